package shape

import (
	"encoding/json"
	"fmt"
	"math/big"
	"regexp"
	"strconv"
	"strings"
	"time"
)

// numberForm is a number as people write it: digits in groups of three or in
// one, and decimals behind a point or a comma.
var numberForm = regexp.MustCompile(`^([-−])?([1-9]\d{0,2}(?: \d{3})+|[1-9]\d*|0)(?:[.,](\d+))?$`)

// meantValue returns what a text says in place of a number or a truth value, or
// nil where that is not certain.
func meantValue(text, wanted string) any {
	text = strings.Join(strings.Fields(text), " ") // knows the spaces that do not break
	if wanted == "boolean" {
		truth, ok := map[string]bool{"true": true, "false": false}[strings.ToLower(text)]
		if !ok {
			return nil
		}
		return truth
	}
	parts := numberForm.FindStringSubmatch(text)
	if parts == nil {
		return nil
	}
	sign, whole, decimals := parts[1], parts[2], parts[3]
	if len(decimals) == 3 && whole != "0" && !strings.Contains(whole, " ") {
		return nil // 25.003 may be thousands as well
	}
	if wanted == "integer" {
		decimals = strings.TrimRight(decimals, "0")
		if decimals != "" {
			return nil
		}
	}
	number := strings.ReplaceAll(whole, " ", "")
	if decimals != "" {
		number += "." + decimals
	}
	if sign != "" {
		number = "-" + number
	}
	return json.Number(number)
}

// rounded returns the multiple of step that is nearest to a number, halves away
// from zero, or "" for what is no number.
func rounded(number, step json.Number) json.Number {
	value, readable := new(big.Rat).SetString(string(number))
	size, known := new(big.Rat).SetString(string(step))
	if !readable || !known || size.Sign() <= 0 {
		return ""
	}
	steps, ok := new(big.Rat).SetString(value.Quo(value, size).FloatString(0))
	if !ok {
		return ""
	}
	decimals, _ := size.FloatPrec()
	text := steps.Mul(steps, size).FloatString(decimals)
	if strings.Contains(text, ".") {
		text = strings.TrimRight(strings.TrimRight(text, "0"), ".")
	}
	return json.Number(text)
}

// dateForms are ways to write a day. Figures between the same marks are read with
// the day first and with the month first.
var dateForms = []*regexp.Regexp{
	regexp.MustCompile(`^(?P<year>\d{4})[-/. ](?P<month>\d{1,2})[-/. ](?P<day>\d{1,2})(?:[t ]00:00(?::00(?:\.0+)?)?)?$`),
	regexp.MustCompile(`^(?P<year>\d{4})(?P<month>\d{2})(?P<day>\d{2})$`),
	regexp.MustCompile(`^(?P<day>\d{1,2})[/.] ?(?P<month>\d{1,2})[. ] ?(?P<year>\d{4})$`),
	regexp.MustCompile(`^(?P<day>\d{1,2})[-/](?P<month>\d{1,2})[-/](?P<year>\d{4})$`),
	regexp.MustCompile(`^(?P<month>\d{1,2})[-/](?P<day>\d{1,2})[-/](?P<year>\d{4})$`),
	regexp.MustCompile(`^(?:den )?(?P<day>\d{1,2})(?::[ae])? (?P<month>\p{L}+)\.? (?P<year>\d{4})$`),
	regexp.MustCompile(`^(?P<month>\p{L}+)\.? (?P<day>\d{1,2}),? (?P<year>\d{4})$`),
}

// monthForm matches the names of the months in Swedish and English, whole or the
// first three letters.
var monthForm = []*regexp.Regexp{
	regexp.MustCompile(`^jan(uari|uary)?$`),
	regexp.MustCompile(`^feb(ruari|ruary)?$`),
	regexp.MustCompile(`^mar(s|ch)?$`),
	regexp.MustCompile(`^apr(il)?$`),
	regexp.MustCompile(`^ma[jy]$`),
	regexp.MustCompile(`^jun[ie]?$`),
	regexp.MustCompile(`^jul[iy]?$`),
	regexp.MustCompile(`^aug(usti|ust)?$`),
	regexp.MustCompile(`^sep(tember)?$`),
	regexp.MustCompile(`^o[kc]t(ober)?$`),
	regexp.MustCompile(`^nov(ember)?$`),
	regexp.MustCompile(`^dec(ember)?$`),
}

// meantDate returns the day that a text stands for, as year-month-day, or "" if
// it can be read as none or as more than one.
func meantDate(text string) string {
	if len(text) > 100 { // no date is near that long
		return ""
	}
	text = strings.ToLower(strings.Join(strings.Fields(text), " "))
	meant := ""
	for _, form := range dateForms {
		parts := form.FindStringSubmatch(text)
		if parts == nil {
			continue
		}
		day := fmt.Sprintf("%s-%02d-%02s",
			parts[form.SubexpIndex("year")], month(parts[form.SubexpIndex("month")]), parts[form.SubexpIndex("day")])
		if _, err := time.Parse(time.DateOnly, day); err != nil {
			continue
		}
		if meant != "" && meant != day {
			return ""
		}
		meant = day
	}
	return meant
}

// month returns the number of a month given in figures or by name; 0 if there is
// no such month.
func month(text string) int {
	for i, form := range monthForm {
		if form.MatchString(text) {
			return i + 1
		}
	}
	n, err := strconv.Atoi(text)
	if err != nil {
		return 0
	}
	return n
}

// verbatim is a text that is shown as it is to be written, in every language.
func verbatim(text string) map[string]any { return map[string]any{"sv": text, "en": text} }
