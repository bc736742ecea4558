package shape

import (
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/plankoll/plankoll/checker/report"
)

// typeFault tells that a value is of another kind than one of types.
func typeFault(at report.Pointer, seen any, types []string) fault {
	if slices.Contains(types, "number") {
		types = slices.DeleteFunc(slices.Clone(types), func(t string) bool { return t == "integer" })
	}
	f := found(wrongType, at, "", map[string]any{"seen": shown(seen)})
	f.seen, f.types = seen, types
	if len(types) != 1 {
		var words []any
		for _, t := range types {
			words = append(words, term("type."+t))
		}
		f.Variant, f.Values["wanted"] = "several", words
		return f
	}
	f.Values["wanted"] = term("type." + types[0])
	switch text := seen.(type) {
	case nil:
		f.Variant = "empty"
	case string:
		if types[0] != "integer" && types[0] != "number" && types[0] != "boolean" {
			break
		}
		f.Variant = "text"
		if meant := meantValue(text, types[0]); meant != nil {
			f.Variant, f.Values["near"] = "text-near", verbatim(fmt.Sprint(meant))
			f.Fix = replaced(at, meant)
		}
	case json.Number:
		if types[0] == "integer" {
			f.Variant = "decimals"
		}
	}
	return f
}

// allowedFault tells that a value is not one of allowed. Labels say what an
// allowed value means: {"yes": {"sv": "JA", "en": "YES"}}.
func allowedFault(at report.Pointer, seen any, allowed []any, labels map[string]any) fault {
	values := map[string]any{"seen": shown(seen)}
	f := found(notAllowed, at, "", values)
	f.seen, f.allowed, f.labels = seen, allowed, labels
	if len(allowed) == 1 {
		f.Variant, values["wanted"] = "single", shown(allowed[0])
		return f
	}
	var wanted []any
	for _, value := range allowed {
		wanted = append(wanted, shown(value))
	}
	values["wanted"] = wanted

	var variant []string
	if words := labelTerms(at, allowed, labels); words != nil {
		values["labels"] = words
		variant = append(variant, "labelled")
	}
	if text, ok := seen.(string); ok {
		if near, only := nearestAllowed(text, allowed, labels); near != "" {
			values["near"] = near
			variant = append(variant, "near")
			if only {
				f.Fix = replaced(at, near)
			}
		}
	}
	f.Variant = strings.Join(variant, "-")
	return f
}

// labelTerms returns the labels of all allowed values, by the names under which
// the form knows them: field.answer. It returns nil where a value has no label,
// or where all labels only repeat their values.
func labelTerms(at report.Pointer, allowed []any, labels map[string]any) []any {
	field := lastName(at)
	if _, err := strconv.Atoi(field); field == "" || err == nil {
		return nil // the form names answers by their field
	}
	var words []any
	telling := false
	for _, value := range allowed {
		text, _ := value.(string)
		label, labelled := labels[text].(map[string]any)
		if !labelled {
			return nil
		}
		words = append(words, term(field+"."+text))
		telling = telling || label["sv"] != value || label["en"] != value
	}
	if !telling {
		return nil
	}
	return words
}

// nearestAllowed also knows an allowed value by its label, as in the template.
func nearestAllowed(seen string, allowed []any, labels map[string]any) (near string, only bool) {
	var texts []string
	for _, value := range allowed {
		text, ok := value.(string)
		if !ok {
			continue
		}
		texts = append(texts, text)
		label, _ := labels[text].(map[string]any)
		if strings.EqualFold(seen, textOf(label, "sv", text)) || strings.EqualFold(seen, textOf(label, "en", text)) {
			return text, true
		}
	}
	return Nearest(seen, texts)
}

// writingFault tells that a text is not written in the way asked for. A pattern
// beside a date only says once more what a date looks like.
func writingFault(at report.Pointer, keyword string, seen any, holder map[string]any) fault {
	values := map[string]any{"seen": shown(seen)}
	format, _ := holder["format"].(string)
	if format == "date" {
		text, _ := seen.(string)
		f := found(wrongDate, at, dateVariant(text), values)
		if meant := meantDate(text); meant != "" {
			f.Variant, values["near"] = "near", verbatim(meant)
			f.Fix = replaced(at, meant)
		}
		return f
	}
	if keyword == "format" {
		values["format"] = format
		return other(at, "format", values)
	}
	swedish := textOf(holder, "description", "")
	if swedish == "" {
		return found(wrongPattern, at, "undescribed", values)
	}
	values["wanted"] = swedish
	if english := textOf(holder, "x-en-description", ""); english != "" {
		values["wanted"] = map[string]any{"sv": swedish, "en": english}
	}
	return found(wrongPattern, at, "", values)
}

// dateVariant knows a date that is rightly written but in no calendar.
func dateVariant(text string) string {
	const layout = "0000-00-00"
	digits := func(r rune) rune {
		if r >= '0' && r <= '9' {
			return '0'
		}
		return r
	}
	if strings.Map(digits, text) != layout {
		return ""
	}
	if _, err := time.Parse(time.DateOnly, text); err != nil {
		return "no-such-day"
	}
	return ""
}

// replaced is the fix that puts a value in the place of another.
func replaced(at report.Pointer, value any) []report.Change {
	return []report.Change{{Op: report.Replace, Path: at, Value: value}}
}

// shown returns how a value is told in a finding: plain values as they are,
// words of the language for what can't be quoted.
func shown(value any) any {
	switch value := value.(type) {
	case nil:
		return term("value.null")
	case bool:
		if value {
			return term("value.true")
		}
		return term("value.false")
	case []any:
		return term("type.array")
	case map[string]any:
		return term("type.object")
	}
	return value
}

func term(key string) map[string]any { return map[string]any{"term": key} }

// listed returns the strings of a keyword that takes one or a list.
func listed(wanted any) []string {
	if one, ok := wanted.(string); ok {
		return []string{one}
	}
	var all []string
	values, _ := wanted.([]any)
	for _, value := range values {
		if text, ok := value.(string); ok {
			all = append(all, text)
		}
	}
	return all
}

func textOf(object map[string]any, key, otherwise string) string {
	if text, ok := object[key].(string); ok && text != "" {
		return text
	}
	return otherwise
}
