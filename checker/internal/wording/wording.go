// Package wording puts a finding's values into its texts, numbers and dates
// written the way each language writes them.
package wording

import (
	"cmp"
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/plankoll/plankoll/checker/catalog"
)

// Writer words texts in one language.
type Writer struct {
	language catalog.Language
	catalog  *catalog.Catalog
}

// New returns a writer for a language.
func New(c *catalog.Catalog, language catalog.Language) *Writer {
	return &Writer{language: language, catalog: c}
}

// Fill replaces each {name} in a text by the value of that name. An error names
// the value that is missing or that cannot be written.
func (w *Writer) Fill(text string, values map[string]any) (string, error) {
	filled, err := w.clause(text, values)
	return capitalised(filled), err
}

// clause fills a text that may stand within a sentence.
func (w *Writer) clause(text string, values map[string]any) (string, error) {
	var b strings.Builder
	rest := text
	for {
		open := strings.IndexByte(rest, '{')
		if open < 0 {
			b.WriteString(rest)
			return b.String(), nil
		}
		length := strings.IndexByte(rest[open:], '}')
		if length < 0 {
			b.WriteString(rest)
			return b.String(), nil
		}
		name := rest[open+1 : open+length]
		value, ok := values[name]
		if !ok {
			return "", fmt.Errorf("the value %q is missing", name)
		}
		words, err := w.Value(value)
		if err != nil {
			return "", fmt.Errorf("the value %q: %w", name, err)
		}
		b.WriteString(rest[:open])
		b.WriteString(words)
		rest = rest[open+length+1:]
	}
}

// capitalised makes a sentence that begins with a value begin with a capital.
func capitalised(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if first == utf8.RuneError {
		return text
	}
	return strings.ToUpper(string(first)) + text[size:]
}

// listLength is how many members of a list are written out; the others are
// counted.
const listLength = 12

// quoteLength is how many characters of a quotation are shown.
const quoteLength = 160

// Value writes one value: a number, a date, a quotation, a list, or an object
// that says what it is: {amount, unit}, {low, high, unit}, {percent}, {year},
// {term}, {term, values} for a part of a sentence, {either} for one of several.
func (w *Writer) Value(value any) (string, error) {
	switch v := value.(type) {
	case json.Number:
		return w.Number(plain(v)), nil
	case int:
		return w.Number(fmt.Sprint(v)), nil
	case bool:
		if v {
			return "true", nil
		}
		return "false", nil
	case string:
		if date, ok := w.date(v); ok {
			return date, nil
		}
		return w.quotation(v), nil
	case []string:
		list := make([]any, len(v))
		for i, s := range v {
			list[i] = s
		}
		return w.list(list, w.and())
	case []any:
		return w.list(v, w.and())
	case map[string]any:
		if text, ok := v[string(w.language)].(string); ok {
			return text, nil
		}
		return w.object(v)
	}
	return "", fmt.Errorf("no way to write a %T", value)
}

func (w *Writer) object(v map[string]any) (string, error) {
	number := func(key string) (string, bool) {
		switch n := v[key].(type) {
		case json.Number:
			return plain(n), true
		case int:
			return fmt.Sprint(n), true
		}
		return "", false
	}
	unit, hasUnit := v["unit"].(string)
	if amount, ok := number("amount"); ok && hasUnit {
		about := ""
		if v["estimated"] == true {
			about = map[catalog.Language]string{catalog.Swedish: "cirka ", catalog.English: "about "}[w.language]
		}
		return about + w.Number(amount) + nbsp + unit, nil
	}
	low, hasLow := number("low")
	high, hasHigh := number("high")
	if hasLow && hasHigh && hasUnit {
		if low == high {
			return w.Number(low) + nbsp + unit, nil
		}
		between := map[catalog.Language]string{catalog.Swedish: "mellan ", catalog.English: "between "}[w.language]
		return between + w.Number(low) + w.and() + w.Number(high) + nbsp + unit, nil
	}
	if percent, ok := number("percent"); ok {
		if w.language == catalog.English {
			return w.Number(percent) + "%", nil
		}
		return w.Number(percent) + nbsp + "%", nil
	}
	if year, ok := number("year"); ok {
		return year, nil
	}
	if term, ok := v["term"].(string); ok {
		word, ok := w.catalog.Term(term, w.language)
		if !ok {
			return "", fmt.Errorf("there is no word for the term %q", term)
		}
		if values, ok := v["values"].(map[string]any); ok {
			return w.clause(word, values)
		}
		return word, nil
	}
	if members, ok := v["either"].([]any); ok {
		return w.list(members, w.or())
	}
	return "", fmt.Errorf("no way to write an object with these keys")
}

func (w *Writer) list(members []any, conjunction string) (string, error) {
	words := make([]string, 0, len(members))
	for i, member := range members {
		if i == listLength {
			more := fmt.Sprintf("%d till", len(members)-i)
			if w.language == catalog.English {
				more = fmt.Sprintf("%d more", len(members)-i)
			}
			words = append(words, more)
			break
		}
		word, err := w.Value(member)
		if err != nil {
			return "", err
		}
		words = append(words, word)
	}
	switch len(words) {
	case 0:
		return map[catalog.Language]string{catalog.Swedish: "inga", catalog.English: "none"}[w.language], nil
	case 1:
		return words[0], nil
	}
	last := len(words) - 1
	return strings.Join(words[:last], ", ") + conjunction + words[last], nil
}

func (w *Writer) and() string {
	if w.language == catalog.English {
		return " and "
	}
	return " och "
}

func (w *Writer) or() string {
	if w.language == catalog.English {
		return " or "
	}
	return " eller "
}

// Numbers and units are kept on one line.
const nbsp = "\u00a0"

// plain is a number without an exponent, which one that was computed may have.
func plain(number json.Number) string {
	if value, ok := new(big.Rat).SetString(number.String()); ok && strings.ContainsAny(number.String(), "eE") {
		decimals, _ := value.FloatPrec()
		return value.FloatString(decimals)
	}
	return number.String()
}

// Number groups the digits of a plain decimal number by three and writes the
// language's decimal mark.
func (w *Writer) Number(plain string) string {
	group, mark := nbsp, ","
	if w.language == catalog.English {
		group, mark = ",", "."
	}
	sign := ""
	if rest, negative := strings.CutPrefix(plain, "-"); negative {
		sign, plain = "−", rest
	}
	whole, decimals, hasDecimals := strings.Cut(plain, ".")
	var b strings.Builder
	for i, digit := range whole {
		if i > 0 && len(whole) > 3 && (len(whole)-i)%3 == 0 {
			b.WriteString(group)
		}
		b.WriteRune(digit)
	}
	if hasDecimals {
		b.WriteString(mark + decimals)
	}
	return sign + b.String()
}

var dateForm = regexp.MustCompile(`^[0-9]{4}-[0-9]{2}-[0-9]{2}$`)

var swedishMonths = [...]string{
	"januari", "februari", "mars", "april", "maj", "juni",
	"juli", "augusti", "september", "oktober", "november", "december",
}

func (w *Writer) date(text string) (string, bool) {
	if !dateForm.MatchString(text) {
		return "", false
	}
	day, err := time.Parse(time.DateOnly, text)
	if err != nil {
		return "", false
	}
	month := day.Month().String()
	if w.language == catalog.Swedish {
		month = swedishMonths[day.Month()-1]
	}
	return fmt.Sprintf("%d%s%s %d", day.Day(), nbsp, month, day.Year()), true
}

// Quotation marks within a quotation are single.
var (
	singleInSwedish = strings.NewReplacer("“", "’", "”", "’")
	singleInEnglish = strings.NewReplacer("“", "‘", "”", "’")
)

// quotation shows what somebody wrote on one line, cut between words where it is
// long.
func (w *Writer) quotation(text string) string {
	text = strings.Join(strings.Fields(text), " ")
	if cut := strings.TrimRight(text, "."); cut != "" { // nothing but stops is what was written
		text = cut
	}
	if runes := []rune(text); len(runes) > quoteLength {
		end := quoteLength
		for end > 0 && runes[end] != ' ' {
			end--
		}
		text = strings.TrimRight(string(runes[:cmp.Or(end, quoteLength)]), " ,.;") + " …"
	}
	if w.language == catalog.English {
		return "“" + singleInEnglish.Replace(text) + "”"
	}
	return "”" + singleInSwedish.Replace(text) + "”"
}
