package shape

import (
	"encoding/json"
	"strings"
	"unicode/utf8"

	"github.com/santhosh-tekuri/jsonschema/v5"

	"github.com/plankoll/plankoll/checker/report"
)

// broken tells what one keyword found wrong.
func (s *Schema) broken(err *jsonschema.ValidationError, last step, value any) []fault {
	at := pointer(err.InstanceLocation)
	wanted, holder, known := s.keyword(err.AbsoluteKeywordLocation, last)
	seen, present := valueAt(value, at)
	if !known || !present {
		return []fault{unnamed(at, last.keyword)}
	}
	if last.keyword == "unevaluatedProperties" && wanted == false {
		return []fault{s.leftOver(at, value, holder)}
	}
	if faults, named := brokenField(at, last, seen, wanted, holder); named {
		return faults
	}
	if f, named := brokenValue(at, last.keyword, seen, wanted, holder); named {
		return []fault{f}
	}
	if f, named := brokenCount(at, last.keyword, seen, wanted); named {
		return []fault{f}
	}
	switch last.keyword {
	case "not":
		return []fault{other(at, "forbidden", map[string]any{"seen": shown(seen)})}
	case "oneOf": // without causes: more than one branch fits
		return []fault{other(at, "ambiguous", nil)}
	case "uniqueItems":
		if first, second, ok := duplicates(seen); ok {
			return []fault{other(at, "duplicate", map[string]any{"first": first, "second": second})}
		}
	}
	return []fault{unnamed(at, last.keyword)}
}

// unnamed is for the keywords that have no words of their own, so that none is
// passed over in silence.
func unnamed(at report.Pointer, keyword string) fault {
	return other(at, "", map[string]any{"keyword": keyword})
}

// brokenValue tells what is wrong with the value itself.
func brokenValue(at report.Pointer, keyword string, seen, wanted any, holder map[string]any) (f fault, named bool) {
	switch keyword {
	case "type":
		return typeFault(at, seen, listed(wanted)), true
	case "enum":
		values, _ := wanted.([]any)
		labels, _ := holder["x-labels"].(map[string]any)
		return allowedFault(at, seen, values, labels), true
	case "const":
		labels, _ := holder["x-labels"].(map[string]any)
		return allowedFault(at, seen, []any{wanted}, labels), true
	case "format", "pattern":
		return writingFault(at, keyword, seen, holder), true
	case "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum":
		return rangeFault(at, keyword, seen, wanted, holder), true
	case "multipleOf":
		return stepFault(at, seen, wanted), true
	}
	return fault{}, false
}

// brokenCount tells that there is too little or too much of something.
func brokenCount(at report.Pointer, keyword string, seen, limit any) (f fault, named bool) {
	values := map[string]any{"limit": limit}
	switch seen := seen.(type) {
	case string:
		values["length"] = utf8.RuneCountInString(seen)
	case []any:
		values["count"] = len(seen)
	case map[string]any:
		values["count"] = len(seen)
	}
	switch keyword {
	case "maxLength":
		return found(tooLong, at, "", values), true
	case "minLength":
		return found(tooShort, at, emptied(values["length"], ""), values), true
	case "maxItems":
		return found(tooMany, at, "", values), true
	case "minItems":
		return found(tooFew, at, emptied(values["count"], ""), values), true
	case "maxProperties":
		return found(tooMany, at, "fields", values), true
	case "minProperties":
		return found(tooFew, at, "fields", values), true
	}
	return fault{}, false
}

// emptied names the variant for what is wholly empty.
func emptied(size any, otherwise string) string {
	if size == 0 {
		return "empty"
	}
	return otherwise
}

// rangeFault shows both ends of the range where the schema gives both.
func rangeFault(at report.Pointer, keyword string, seen, wanted any, holder map[string]any) fault {
	values := map[string]any{"seen": shown(seen)}
	least, hasLeast := holder["minimum"]
	most, hasMost := holder["maximum"]
	closed := keyword == "minimum" || keyword == "maximum"
	if closed && hasLeast && hasMost {
		values["least"], values["most"] = least, most
		return found(outOfRange, at, "", values)
	}
	values["limit"] = wanted
	variant := map[string]string{
		"minimum": "least", "maximum": "most", "exclusiveMinimum": "above", "exclusiveMaximum": "below",
	}[keyword]
	return found(outOfRange, at, variant, values)
}

func stepFault(at report.Pointer, seen, wanted any) fault {
	number, _ := seen.(json.Number)
	size, _ := wanted.(json.Number)
	near := rounded(number, size)
	f := found(notMultiple, at, "", map[string]any{"seen": shown(seen), "near": verbatim(string(near))})
	f.Fix = replaced(at, near)
	zeros, ok := strings.CutPrefix(string(size), "0.")
	switch {
	case size == "1":
		f.Variant = "whole"
	case ok && strings.TrimLeft(zeros, "0") == "1":
		f.Variant, f.Values["decimals"] = "decimals", len(zeros)
	default:
		f.Values["step"] = wanted
	}
	return f
}

// duplicates returns the places, counted from 1, of the first two elements that
// are equal.
func duplicates(seen any) (first, second int, ok bool) {
	places := map[string]int{}
	elements, _ := seen.([]any)
	for i, element := range elements {
		text, err := json.Marshal(element)
		if err != nil {
			return 0, 0, false
		}
		if earlier, ok := places[string(text)]; ok {
			return earlier, i + 1, true
		}
		places[string(text)] = i + 1
	}
	return 0, 0, false
}
