package main

import (
	"bytes"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"unicode"

	"github.com/plankoll/plankoll/checker"
)

// Files that two programs could read as two different plans, or that could
// exhaust one, are refused by name and never passed.
func TestHostileFiles(t *testing.T) {
	plan := read(t, sound)
	with := func(old, new string) string { return replaced(t, plan, old, new) }
	padded := func(size int64) string {
		return plan + strings.Repeat(" ", int(size)-len(plan))
	}
	for _, c := range []struct {
		name, file string
		rule       string // "" for a plan that is accepted
	}{
		{"a key twice", with(`"reportYear": 2024,`, `"reportYear": 2024, "reportYear": 2025,`), "reader/duplicate-key"},
		{"a key twice, written differently", with(`"reportYear": 2024,`, `"reportYear": 2024, "report\u0059ear": 2025,`), "reader/duplicate-key"},
		{"Windows-1252", with(`"name": "Nämnden för digital vardag"`, "\"name\": \"N\xe4mnden\""), "reader/encoding"},
		{"half a character", with(`"name": "Nämnden för digital vardag"`, `"name": "\ud83d"`), "reader/encoding"},
		{"UTF-16", "\xff\xfe{\x00}\x00", "reader/encoding"},
		{"two plans", plan + plan, "reader/trailing-data"},
		{"text behind the plan", plan + "\x00", "reader/trailing-data"},
		{"too deep", strings.Repeat("[", 65) + strings.Repeat("]", 65), "reader/too-deep"},
		{"far too deep", strings.Repeat("[", 1_000_000), "reader/too-deep"},
		{"too large", padded(checker.MaxBytes + 1), "reader/too-large"},
		{"as large as may be", padded(checker.MaxBytes), ""},
		{"a number of a milliard digits", with(`"amount": 4550000`, `"amount": 1e999999999`), "reader/number-out-of-range"},
		{"a number of a milliard decimals", with(`"amount": 4550000`, `"amount": 1e-999999999`), "reader/number-out-of-range"},
		{"a comment", "// plan\n" + plan, "reader/syntax"},
		{"NaN", with(`"amount": 4550000`, `"amount": NaN`), "reader/syntax"},
		{"cut off", plan[:len(plan)/2], "reader/truncated"},
		{"nothing", "", "reader/empty"},
		{"a byte order mark alone", "\uFEFF", "reader/empty"},
		{"zero bytes", "\x00\x00\x00\x00", "reader/syntax"},
	} {
		t.Run(c.name, func(t *testing.T) {
			t.Parallel()
			got := plankollOn(t, c.file, "check", "--format", "json", "--fail-on", "never")
			report := got.report(t)
			if c.rule == "" {
				if got.code != 0 || report.Verdict != "accepted" {
					t.Errorf("exit code %d, %s", got.code, report.Verdict)
				}
				return
			}
			if got.code != 2 || report.Verdict != "undecided" || report.Summary.Rules != 0 {
				t.Errorf("exit code %d, %s, %d rules asked", got.code, report.Verdict, report.Summary.Rules)
			}
			if len(report.of(c.rule)) == 0 {
				t.Errorf("findings %+v, want one of %s", report.Findings, c.rule)
			}
		})
	}
}

// A value that would be a number in some readers and another in others.
func TestNumbersAreExact(t *testing.T) {
	// In half kronor times 10 000 the budget raised by the index reaches
	// 19992009199209999 at most and the forecast begins at 19992009199210000:
	// they do not meet, and both are above 2^53, where every other whole number
	// has no float64 of its own.
	plan := func(forecast int) string {
		return fmt.Sprintf(`{"profile": "goteborg-2024", "reportYear": 2024, "submittedOn": "2023-03-31",
			"supplier": {"id": "n", "name": "N", "services": [{"id": "s", "name": "S"}]},
			"costs": {"management": {"unit": "kr", "index": {"percent": 0.01}, "rows": [
				{"service": "s", "budget": %d, "forecast": %d}], "totals": {"budget": %d}}}}`,
			999500009999, forecast, 999500009999)
	}
	for forecast, want := range map[int]int{999599960000: 0, 999599960001: 1} {
		report := plankollOn(t, plan(forecast), "check", "--format", "json").report(t)
		if found := report.of("budget/index"); len(found) != want {
			t.Errorf("forecast %d: %+v, want %d", forecast, found, want)
		}
	}
	// The rows and the total of one column, as they may be written.
	for total, want := range map[string]int{
		"999999999999": 0, "999999999999.0": 0, "9.99999999999e11": 0,
		"999999999997": 1, "99999999999.7e1": 1,
	} {
		plan := replaced(t, plan(0), `"totals": {"budget": 999500009999}`, `"totals": {"forecast": 0, "budget": `+total+`}`)
		plan = replaced(t, plan, `"budget": 999500009999,`, `"budget": 999999999999,`)
		report := plankollOn(t, plan, "check", "--format", "json").report(t)
		if found := report.of("budget/column-sum"); len(found) != want {
			t.Errorf("total %s: %+v, want %d", total, found, want)
		}
	}
	// Beyond what an amount may be, but told as it was written.
	for _, amount := range []string{"9007199254740992", "9007199254740993"} {
		plan := replaced(t, read(t, sound), `"amount": 4550000`, `"amount": `+amount)
		got := plankollOn(t, plan, "check", "--format", "json")
		if len(got.report(t).of("schema/range")) != 1 || !strings.Contains(got.stdout, amount) {
			t.Errorf("the report does not say that %s is too much", amount)
		}
	}
}

// What a supplier writes is shown, but cannot steer a terminal or forge a line.
func TestTextOutputIsHarmless(t *testing.T) {
	const (
		escape = `\u001b[2J\u001b[31mGODKÄNT\u001b]8;;http://x\u0007`
		turned = "\u202Etxet\u202C \u2066x\u2069 \u061C"
		line   = `x\r\nINTE GODKÄNT\u2028\u0085\u009b31m\u0000`
	)
	plan := read(t, real)
	plan = replaced(t, plan, `"name": "Nämnden för demokrati och medborgarservice"`, `"name": "`+escape+turned+line+`"`)
	plan = replaced(t, plan, `"name": "Göteborgs Stads kontaktcenter"`, `"name": "`+escape+turned+line+`"`)
	plan = replaced(t, plan, `"id": "webbfunktioner-e1",
            "text": "`, `"id": "webbfunktioner-e1",
            "text": "`+escape+turned+line)
	plan = replaced(t, plan, `"name": "Tillståndsguider för företagare"`, `"name": "`+escape+turned+line+`", "`+escape+turned+`": 1`)
	plan = replaced(t, plan, `"reportYear": 2024`, `"reportYear": "`+escape+turned+line+`"`)
	file := filepath.Join(t.TempDir(), "\x1b[31m\u202Eplan\n.json")
	if err := os.WriteFile(file, []byte(plan), 0o644); err != nil {
		t.Fatal(err)
	}
	for _, language := range []string{"sv", "en"} {
		for _, args := range [][]string{{file}, {file + "x"}, {"--policies", house(t, nil), file}} {
			got := plankoll(t, append([]string{"check", "--lang", language}, args...)...)
			for n, line := range strings.Split(got.stdout, "\n") {
				if i := strings.IndexFunc(line, steers); i >= 0 {
					t.Errorf("line %d: %q", n+1, line[i:])
				}
			}
			if strings.Count(got.stdout, "\nINTE GODKÄNT") > 1 || strings.Contains(got.stdout, "\nGODKÄNT\n") {
				t.Error("a line is forged")
			}
		}
	}
	// A program gets the names as they are.
	report := plankoll(t, "check", "--format", "json", "--policies", house(t, nil), file).report(t)
	if found := report.of("house/named"); len(found) != 1 || !strings.HasPrefix(fmt.Sprint(found[0].Values["name"]), "\x1b[2J") {
		t.Errorf("%+v", found)
	}
}

// steers tells whether a terminal would take a character for more than a sign.
func steers(r rune) bool {
	return unicode.IsControl(r) || unicode.Is(unicode.Bidi_Control, r) || r == '\u2028' || r == '\u2029'
}

// What looks like a formula is a text like any other: JSON is no spreadsheet.
func TestFormulasAreTexts(t *testing.T) {
	for _, formula := range []string{`=HYPERLINK("http://x";"y")`, "+1", "-1", "@SUM(A1)", "\t=1"} {
		encoded := strings.NewReplacer(`"`, `\"`, "\t", `\t`).Replace(formula)
		plan := replaced(t, read(t, sound), `"name": "Nämnden för digital vardag"`, `"name": "`+encoded+`"`)
		report := plankollOn(t, plan, "check", "--format", "json", "--policies", house(t, nil)).report(t)
		if found := report.of("house/named"); len(found) != 1 || found[0].Values["name"] != formula {
			t.Errorf("%q: %+v", formula, found)
		}
	}
}

func TestFilesThatCannotBeRead(t *testing.T) {
	folder := t.TempDir()
	secret := filepath.Join(folder, "secret.json")
	if err := os.WriteFile(secret, []byte(read(t, sound)), 0o000); err != nil {
		t.Fatal(err)
	}
	files := map[string]string{
		filepath.Join(folder, "missing.json"): "finns inte",
		secret:                                "får inte läsas",
		filepath.Join(secret, "plan.json"):    "kan inte läsas",
	}
	if os.Geteuid() == 0 {
		delete(files, secret) // root may read anything
	}
	for file, said := range files {
		got := plankoll(t, "check", "--format", "json", "--fail-on", "never", file)
		report := got.report(t)
		if found := report.of("engine/unreadable-file"); got.code != 2 || report.Verdict != "undecided" || len(report.Findings) != 1 ||
			len(found) != 1 || !strings.Contains(found[0].Message, said) {
			t.Errorf("%s: exit code %d, %+v", file, got.code, report.Findings)
		}
		if text := plankoll(t, "check", file); text.code != 2 || !strings.Contains(text.stdout, filepath.Base(file)) {
			t.Errorf("%s: exit code %d, on stdout %q", file, text.code, text.stdout)
		}
	}
}

// A plan that is not a plan is told apart from one that is, whatever it holds.
func TestOtherDocuments(t *testing.T) {
	for _, document := range []string{`null`, `true`, `0`, `""`, `[]`, `{}`, `[{"profile": "goteborg-2024"}]`, `{"profile": "goteborg-2024"}`} {
		got := plankollOn(t, document, "check", "--format", "json")
		if report := got.report(t); got.code == 0 || report.Verdict == "accepted" || report.Summary.Errors == 0 {
			t.Errorf("%s: exit code %d, %+v", document, got.code, report)
		}
		if text := plankollOn(t, document, "check"); text.code != got.code || !bytes.HasPrefix([]byte(text.stdout), []byte("stdin\n")) {
			t.Errorf("%s: exit code %d", document, text.code)
		}
	}
}
