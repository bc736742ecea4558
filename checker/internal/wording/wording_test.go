package wording

import (
	"encoding/json"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/internal/form"
	"github.com/plankoll/plankoll/checker/report"
)

const rules = `
house/rule:
  severity: warning
  kind: exact
  requirements: []
  sv:
    title: Titeln
    why: "-"
    passes: "-"
    fails: "-"
    messages:
      default: {message: "Det är {amount}.", action: "Skriv {amount}."}
      other: {message: "{name} är fel.", action: Rätta.}
    notEvaluated: {open: "{name} saknas."}
    manual: {default: "Är {name} sant?"}
  en:
    title: The title
    why: "-"
    passes: "-"
    fails: "-"
    messages:
      default: {message: "It is {amount}.", action: "Write {amount}."}
      other: {message: "{name} is wrong.", action: Mend.}
    notEvaluated: {open: "{name} is missing."}
    manual: {default: "Is {name} true?"}
engine/not-evaluated:
  severity: info
  kind: exact
  requirements: []
  sv:
    title: "-"
    why: "-"
    passes: "-"
    fails: "-"
    messages: {default: {message: "-", action: "-"}}
    notEvaluated: {unsound: Fältet har fel form.}
  en:
    title: "-"
    why: "-"
    passes: "-"
    fails: "-"
    messages: {default: {message: "-", action: "-"}}
    notEvaluated: {unsound: The field has the wrong shape.}
`

// writers returns a writer for each language, for a form of one field.
func writers(t *testing.T) (swedish, english *Writer) {
	t.Helper()
	labels, err := form.New([]byte(`{"properties": {"answer": {"title": "Svar", "x-en": "Answer", "type": "string",
		"enum": ["yes"], "x-labels": {"yes": {"sv": "JA", "en": "YES"}}}}}`))
	if err != nil {
		t.Fatal(err)
	}
	c, err := catalog.Load(nil, labels, catalog.Source{Stage: report.Engine, Rules: []byte(rules), Terms: []byte(`{list: {sv: en lista, en: a list}, count: {sv: "det är {n}", en: "it is {n}"}}`)})
	if err != nil {
		t.Fatal(err)
	}
	return New(c, catalog.Swedish), New(c, catalog.English)
}

func TestValue(t *testing.T) {
	swedish, english := writers(t)
	number := func(s string) json.Number { return json.Number(s) }
	many := make([]any, 13)
	for i := range many {
		many[i] = i + 1
	}
	for _, c := range []struct {
		name   string
		value  any
		sv, en string // _ is a space that does not break
	}{
		{"zero", number("0"), "0", "0"},
		{"three digits", number("999"), "999", "999"},
		{"four digits", number("1000"), "1_000", "1,000"},
		{"seven digits", number("1234567"), "1_234_567", "1,234,567"},
		{"negative", number("-1234"), "−1_234", "−1,234"},
		{"negative, three digits", number("-123"), "−123", "−123"},
		{"decimals", number("25002.5"), "25_002,5", "25,002.5"},
		{"many decimals", number("-0.12345"), "−0,12345", "−0.12345"},
		{"computed", number("2.49999995e+07"), "24_999_999,5", "24,999,999.5"},
		{"computed and small", number("-1.5e-07"), "−0,00000015", "−0.00000015"},
		{"beyond 2^63", number("1000000000000000000000000000000"), "1_000_000_000_000_000_000_000_000_000_000", "1,000,000,000,000,000,000,000,000,000,000"},
		{"counted", 1200, "1_200", "1,200"},
		{"true", true, "true", "true"},
		{"false", false, "false", "false"},

		{"date", "2023-03-31", "31_mars 2023", "31_March 2023"},
		{"first of a month", "2024-02-01", "1_februari 2024", "1_February 2024"},
		{"no such day", "2023-02-29", "”2023-02-29”", "“2023-02-29”"},
		{"longer than a date", "2023-03-31T00", "”2023-03-31T00”", "“2023-03-31T00”"},

		{"quotation", "Öppna data", "”Öppna data”", "“Öppna data”"},
		{"full stop", "Webbplatsen är tillgänglig.", "”Webbplatsen är tillgänglig”", "“Webbplatsen är tillgänglig”"},
		{"nothing but a full stop", ".", "”.”", "“.”"},
		{"several lines", " a\n\tb\r\n c ", "”a b c”", "“a b c”"},
		{"empty", "", "””", "“”"},
		{"braces", "{name}", "”{name}”", "“{name}”"},

		{"no members", []any{}, "inga", "none"},
		{"one member", []any{"a"}, "”a”", "“a”"},
		{"two members", []any{"a", "b"}, "”a” och ”b”", "“a” and “b”"},
		{"three members", []string{"a", "b", "c"}, "”a”, ”b” och ”c”", "“a”, “b” and “c”"},
		{"twelve members", many[:12], "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 och 12", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11 and 12"},
		{"thirteen members", many, "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 och 1 till", "1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 and 1 more"},
		{"a list in a list", []any{[]any{1, 2}}, "1 och 2", "1 and 2"},

		{"amount", map[string]any{"amount": number("25003"), "unit": "tkr"}, "25_003_tkr", "25,003_tkr"},
		{"amount of nothing", map[string]any{"amount": number("0"), "unit": "kr"}, "0_kr", "0_kr"},
		{"estimate", map[string]any{"amount": number("540000"), "unit": "kr", "estimated": true}, "cirka 540_000_kr", "about 540,000_kr"},
		{"no estimate", map[string]any{"amount": number("5"), "unit": "kr", "estimated": false}, "5_kr", "5_kr"},
		{"computed amount", map[string]any{"amount": number("2.5e+06"), "unit": "kr"}, "2_500_000_kr", "2,500,000_kr"},
		{"interval", map[string]any{"low": number("25002.5"), "high": number("25003.5"), "unit": "tkr"},
			"mellan 25_002,5 och 25_003,5_tkr", "between 25,002.5 and 25,003.5_tkr"},
		{"interval of one", map[string]any{"low": number("7"), "high": number("7"), "unit": "tkr"}, "7_tkr", "7_tkr"},
		{"per cent", map[string]any{"percent": number("2.5")}, "2,5_%", "2.5%"},
		{"year", map[string]any{"year": number("2024")}, "2024", "2024"},
		{"term of the form", map[string]any{"term": "answer.yes"}, "JA", "YES"},
		{"title of the form", map[string]any{"term": "title.answer"}, "Svar", "Answer"},
		{"term of a stage", map[string]any{"term": "list"}, "en lista", "a list"},
		{"part of a sentence", map[string]any{"term": "count", "values": map[string]any{"n": 2}}, "det är 2", "it is 2"},
		{"one of several", map[string]any{"either": []any{"a", "b", "c"}}, "”a”, ”b” eller ”c”", "“a”, “b” or “c”"},
		{"text in both languages", map[string]any{"sv": "ja", "en": "yes"}, "ja", "yes"},
	} {
		t.Run(c.name, func(t *testing.T) {
			for writer, want := range map[*Writer]string{swedish: c.sv, english: c.en} {
				got, err := writer.Value(c.value)
				if want = strings.ReplaceAll(want, "_", "\u00a0"); got != want || err != nil {
					t.Errorf("%s: got %q, %v, want %q", writer.language, got, err, want)
				}
			}
		})
	}
}

func TestValueThatCannotBeWritten(t *testing.T) {
	writer, _ := writers(t)
	for _, value := range []any{
		nil, 1.5, []any{nil}, map[string]any{}, map[string]any{"amount": json.Number("1")},
		map[string]any{"low": json.Number("1"), "unit": "kr"}, map[string]any{"term": "answer.maybe"}, map[string]any{"term": "count", "values": map[string]any{}}, map[string]any{"amount": "5", "unit": "kr"},
	} {
		if got, err := writer.Value(value); err == nil {
			t.Errorf("%v is written as %q", value, got)
		}
	}
}

func TestLongQuotation(t *testing.T) {
	writer, _ := writers(t)
	for _, c := range []struct{ text, want string }{
		{strings.Repeat("å", 160), "”" + strings.Repeat("å", 160) + "”"},
		{strings.Repeat("å", 161), "”" + strings.Repeat("å", 160) + " …”"},
		{strings.Repeat("å", 150) + " beslutade", "”" + strings.Repeat("å", 150) + " beslutade”"},
		{strings.Repeat("å", 150) + " beslutades", "”" + strings.Repeat("å", 150) + " …”"},
		{"tjänsten ”Kundtjänst”", "”tjänsten ’Kundtjänst’”"},
		{strings.Repeat("å", 158) + ", b och c", "”" + strings.Repeat("å", 158) + " …”"},
	} {
		if got, _ := writer.Value(c.text); got != c.want {
			t.Errorf("got %q, want %q", got, c.want)
		}
	}
}

func TestFill(t *testing.T) {
	writer, _ := writers(t)
	values := map[string]any{"name": "{x}", "n": 7, "unit": map[string]any{"term": "answer.yes"}, "step": map[string]any{"sv": "är klassat"}}
	for text, want := range map[string]string{
		"":                         "",
		"Inget.":                   "Inget.",
		"{name} är {n}, {n}.":      "”{x}” är 7, 7.",
		"en rad":                   "En rad",
		"{step} är JA":             "Är klassat är JA",
		"{unit}":                   "JA",
		"Ett { som aldrig stängs.": "Ett { som aldrig stängs.",
	} {
		if got, err := writer.Fill(text, values); got != want || err != nil {
			t.Errorf("%q: got %q, %v, want %q", text, got, err, want)
		}
	}
	for text, said := range map[string]string{"{nmae}": `"nmae" is missing`, "{}": `"" is missing`} {
		if got, err := writer.Fill(text, values); err == nil || !strings.Contains(err.Error(), said) {
			t.Errorf("%q: got %q, %v", text, got, err)
		}
	}
}

func TestTextsOfRules(t *testing.T) {
	swedish, english := writers(t)
	values := map[string]any{"name": "x", "amount": map[string]any{"amount": 1200, "unit": "kr"}}
	message, action := swedish.Finding(report.Finding{Rule: "house/rule", Values: values})
	if message != "Det är 1\u00a0200\u00a0kr." || action != "Skriv 1\u00a0200\u00a0kr." {
		t.Errorf("got %q, %q", message, action)
	}
	if message, action = english.Finding(report.Finding{Rule: "house/rule", Variant: "other", Values: values}); message != "“x” is wrong." || action != "Mend." {
		t.Errorf("got %q, %q", message, action)
	}
	for got, want := range map[string]string{
		swedish.Title("house/rule"): "Titeln",
		swedish.NotEvaluated(report.NotEvaluated{Rule: "house/rule", Reason: "open", Values: values}):    "”x” saknas.",
		english.NotEvaluated(report.NotEvaluated{Rule: "house/rule", Reason: "unsound", Values: values}): "The field has the wrong shape.",
		english.Manual(report.Manual{Rule: "house/rule", Values: values}):                                "Is “x” true?",
		swedish.Correction("house/rule", report.Correction{Variant: "other", Values: values}):            "”x” är fel.",
		swedish.Argument(report.Argument{Term: "count", Values: map[string]any{"n": 3}}):                 "Det är 3",
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}

// A finding is never lost because its text is: what is known is shown.
func TestTextsThatAreMissing(t *testing.T) {
	writer, _ := writers(t)
	for got, parts := range map[string][]string{
		first(writer.Finding(report.Finding{Rule: "house/rule", Variant: "unknown"})):                       {"house/rule", "unknown"},
		first(writer.Finding(report.Finding{Rule: "no/rule"})):                                              {"no/rule"},
		first(writer.Finding(report.Finding{Rule: "house/rule", Values: map[string]any{"amuont": 1}})):      {"Det är {amount}.", `"amount" is missing`},
		writer.NotEvaluated(report.NotEvaluated{Rule: "house/rule", Reason: "unknown"}):                     {"house/rule", "unknown"},
		writer.Manual(report.Manual{Rule: "house/rule", Variant: "unknown"}):                                {"house/rule", "unknown"},
		writer.Correction("house/rule", report.Correction{Variant: "unknown"}):                              {"house/rule", "unknown"},
		writer.Argument(report.Argument{Term: "unknown"}):                                                   {"unknown"},
		writer.Manual(report.Manual{Rule: "house/rule", Values: map[string]any{"name": struct{ X int }{}}}): {"Är {name} sant?", `"name"`},
	} {
		for _, part := range parts {
			if !strings.Contains(got, part) {
				t.Errorf("%q does not say %q", got, part)
			}
		}
	}
}

func first(message, _ string) string { return message }
