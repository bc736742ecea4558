package shape

import (
	"encoding/json"
	"testing"
)

func TestMeantValue(t *testing.T) {
	for _, e := range []struct {
		text, wanted string
		meant        any
	}{
		{"2024", "integer", json.Number("2024")},
		{"25 003", "integer", json.Number("25003")},
		{"1\u00a0234\u202f567", "integer", json.Number("1234567")},
		{" −25,00 ", "integer", json.Number("-25")},
		{"33,5", "number", json.Number("33.5")},
		{"-0.25", "number", json.Number("-0.25")},
		{"0,125", "number", json.Number("0.125")},
		{"TRUE", "boolean", true},
		{"false", "boolean", false},

		{"33,5", "integer", nil},
		{"25.003", "integer", nil},
		{"25,003", "number", nil},
		{"25 03", "integer", nil},
		{"25 003 tkr", "integer", nil},
		{"85 %", "number", nil},
		{"007", "integer", nil},
		{"1e3", "integer", nil},
		{"", "integer", nil},
		{"ja", "boolean", nil},
	} {
		if got := meantValue(e.text, e.wanted); got != e.meant {
			t.Errorf("%q as %s is %v, want %v", e.text, e.wanted, got, e.meant)
		}
	}
}

func TestMeantDate(t *testing.T) {
	for text, want := range map[string]string{
		"2023-3-31":           "2023-03-31",
		"2023/03/31":          "2023-03-31",
		"2023.3.1":            "2023-03-01",
		"20230331":            "2023-03-31",
		"2023-03-31T00:00:00": "2023-03-31",
		" 2023-03-31":         "2023-03-31",
		"31/3 2023":           "2023-03-31",
		"3/4 2023":            "2023-04-03",
		"3.4.2023":            "2023-04-03",
		"31/03/2023":          "2023-03-31",
		"03/31/2023":          "2023-03-31",
		"4/4/2023":            "2023-04-04",
		"den 31 mars 2023":    "2023-03-31",
		"1:a maj 2023":        "2023-05-01",
		"1 okt. 2023":         "2023-10-01",
		"March 31, 2023":      "2023-03-31",

		"03/04/2023":           "", // the third of April, or the fourth of March
		"2023-03-31T23:00:00Z": "", // in Sweden it is the day after
		"2023-02-30":           "",
		"31/3":                 "",
		"31/3 23":              "",
		"mars 2023":            "",
		"31 marsch 2023":       "",
		"senast 2023-03-31":    "",
		"":                     "",
	} {
		if got := meantDate(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}

func TestRounded(t *testing.T) {
	for _, e := range []struct{ number, step, want json.Number }{
		{"33.333333", "0.01", "33.33"},
		{"1.005", "0.01", "1.01"},
		{"-0.001", "0.01", "0"},
		{"99.999", "0.01", "100"},
		{"1.1", "0.25", "1"},
		{"1.2", "0.25", "1.25"},
		{"-2.5", "1", "-3"},
		{"1255", "10", "1260"},
		{"x", "1", ""},
	} {
		if got := rounded(e.number, e.step); got != e.want {
			t.Errorf("%s in steps of %s is %q, want %q", e.number, e.step, got, e.want)
		}
	}
}
