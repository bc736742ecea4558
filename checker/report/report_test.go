package report

import (
	"encoding/json"
	"math/rand/v2"
	"reflect"
	"slices"
	"testing"
)

func TestPointer(t *testing.T) {
	for _, c := range []struct {
		segments []string
		want     Pointer
	}{
		{nil, ""},
		{[]string{""}, "/"},
		{[]string{"supplier", "services", "0"}, "/supplier/services/0"},
		{[]string{"a/b", "m~n"}, "/a~1b/m~0n"},
		{[]string{"~1", "~0", "~01"}, "/~01/~00/~001"},
		{[]string{"å", "", "x y"}, "/å//x y"},
	} {
		p := Pointer("").Join(c.segments...)
		if p != c.want {
			t.Errorf("%q is %q, want %q", c.segments, p, c.want)
		}
		if back := p.Segments(); !slices.Equal(back, c.segments) {
			t.Errorf("%q has the segments %q, want %q", p, back, c.segments)
		}
	}
	if p := Pointer("/rows").Index(12).Join("budget"); p != "/rows/12/budget" {
		t.Errorf("got %q", p)
	}
}

func TestPointerParent(t *testing.T) {
	for p, want := range map[Pointer]Pointer{"": "", "/": "", "/a": "", "/a/b": "/a", "/a~1b/c": "/a~1b", "/a/": "/a"} {
		if got := p.Parent(); got != want {
			t.Errorf("the parent of %q is %q, want %q", p, got, want)
		}
	}
}

func TestPointerIn(t *testing.T) {
	document := map[string]any{"rows": []any{map[string]any{"a/b": "c"}, nil}, "": 7}
	for p, want := range map[Pointer]any{"/rows/0/a~1b": "c", "/rows/1": nil, "/": 7} {
		if got, found := p.In(document); got != want || !found {
			t.Errorf("%q names %v, %v, want %v", p, got, found, want)
		}
	}
	for _, p := range []Pointer{"/rows/2", "/rows/-1", "/rows/x", "/row", "/rows/0/a~1b/d", "/rows/1/a"} {
		if got, found := p.In(document); got != nil || found {
			t.Errorf("%q names %v", p, got)
		}
	}
	if got, found := Pointer("").In("all"); got != "all" || !found {
		t.Errorf("the whole is %v", got)
	}
}

func TestPointerContains(t *testing.T) {
	for _, c := range []struct {
		p, other Pointer
		want     bool
	}{
		{"", "", true},
		{"", "/a", true},
		{"/a", "/a", true},
		{"/a", "/a/b/c", true},
		{"/a", "/ab", false},
		{"/a/1", "/a/10", false},
		{"/a/b", "/a", false},
		{"/a", "", false},
		{"/a", "/b/a", false},
		{"/", "/", true},
		{"/", "/a", false},
	} {
		if got := c.p.Contains(c.other); got != c.want {
			t.Errorf("%q contains %q: %v", c.p, c.other, got)
		}
	}
}

func TestWeight(t *testing.T) {
	order := []Severity{"", Info, Warning, Error}
	for i := range order[1:] {
		if order[i].Weight() >= order[i+1].Weight() {
			t.Errorf("%q does not weigh less than %q", order[i], order[i+1])
		}
	}
	if n := Severity("fatal").Weight(); n != 0 {
		t.Errorf("what is no severity weighs %d", n)
	}
}

// However the stages and rules have come to their findings, there is one order.
func TestSort(t *testing.T) {
	at := func(section string, offset int, p Pointer) Finding {
		return Finding{Section: section, Place: Place{Pointer: p, Start: Position{Offset: offset}}}
	}
	with := func(f Finding, severity Severity, rule, variant, fingerprint string) Finding {
		f.Severity, f.Rule, f.Variant, f.Fingerprint = severity, rule, variant, fingerprint
		return f
	}
	last := at("10", 1, "/a")
	want := []Finding{
		at("", 900, "/z"),
		at("0", 900, "/z"),
		at("1.1", 7, "/b"),
		at("1.2", 5, "/z"),
		at("1.2", 6, "/a"),
		at("1.2", 6, "/b"),
		at("1.10", 1, "/a"),
		at("2", 1, "/a"),
		with(last, Error, "z/z", "z", "z"),
		with(last, Warning, "a/a", "z", "z"),
		with(last, Warning, "a/b", "a", "z"),
		with(last, Warning, "a/b", "b", "a"),
		with(last, Warning, "a/b", "b", "b"),
	}
	for seed := range uint64(20) {
		report := &Report{Findings: slices.Clone(want)}
		for _, f := range want {
			report.NotEvaluated = append(report.NotEvaluated, NotEvaluated{Section: f.Section, Place: f.Place, Rule: f.Rule, Reason: f.Variant})
			report.Manual = append(report.Manual, Manual{Section: f.Section, Place: f.Place, Rule: f.Rule, Variant: f.Variant})
		}
		report.NotEvaluated = slices.DeleteFunc(report.NotEvaluated, func(n NotEvaluated) bool { return n.Rule == "z/z" })
		report.Manual = slices.DeleteFunc(report.Manual, func(m Manual) bool { return m.Rule == "z/z" })
		notEvaluated, manual := slices.Clone(report.NotEvaluated), slices.Clone(report.Manual)

		random := rand.New(rand.NewPCG(seed, 0))
		random.Shuffle(len(report.Findings), reflect.Swapper(report.Findings))
		random.Shuffle(len(report.NotEvaluated), reflect.Swapper(report.NotEvaluated))
		random.Shuffle(len(report.Manual), reflect.Swapper(report.Manual))
		report.Sort()
		if !reflect.DeepEqual(report.Findings, want) {
			t.Errorf("findings stand as %+v", report.Findings)
		}
		if !reflect.DeepEqual(report.NotEvaluated, notEvaluated) {
			t.Errorf("not evaluated stand as %+v", report.NotEvaluated)
		}
		if !reflect.DeepEqual(report.Manual, manual) {
			t.Errorf("manual stand as %+v", report.Manual)
		}
	}
}

func TestFingerprint(t *testing.T) {
	const field = Pointer("/services")
	base := Finding{
		Rule: "reference/unknown-id", Variant: "service",
		Place:  Place{Pointer: "/proposed/proposals/2/services/0", Start: Position{Offset: 9, Line: 2, Column: 3}},
		Within: []Named{{Pointer: "/proposed/proposals/2", ID: "p", Name: "Förslag"}},
		Values: map[string]any{"id": "x"},
	}
	of := func(change func(*Finding)) string {
		f := base
		change(&f)
		return Fingerprint(f, field, "x")
	}
	want := of(func(*Finding) {})
	if len(want) != 32 {
		t.Errorf("%q has not 32 characters", want)
	}
	for what, same := range map[string]string{
		"another place in the list": of(func(f *Finding) { f.Place.Pointer = "/proposed/proposals/0/services/3" }),
		"another line":              of(func(f *Finding) { f.Place.Start.Line = 7 }),
		"another name":              of(func(f *Finding) { f.Within = []Named{{ID: "p", Name: "Annat"}} }),
		"another severity":          of(func(f *Finding) { f.Severity = Info }),
		"what the rule compares":    of(func(f *Finding) { f.Values = map[string]any{"known": []any{"y"}} }),
	} {
		if same != want {
			t.Errorf("%s is another fingerprint", what)
		}
	}
	for what, other := range map[string]string{
		"another rule":    of(func(f *Finding) { f.Rule = "reference/duplicate-id" }),
		"another variant": of(func(f *Finding) { f.Variant = "proposal" }),
		"another object":  of(func(f *Finding) { f.Within = []Named{{ID: "q"}} }),
		"an inner object": of(func(f *Finding) { f.Within = append(f.Within, Named{ID: "q"}) }),
		"another field":   Fingerprint(base, "/newService", "x"),
		"another text":    Fingerprint(base, field, "y"),
		"a number":        Fingerprint(base, field, json.Number("7")),
		"nothing there":   Fingerprint(base, field, nil),
	} {
		if other == want {
			t.Errorf("%s is the same fingerprint", what)
		}
	}
}

// A fault of a whole table is the same fault when a row changes or moves.
func TestFingerprintOfTables(t *testing.T) {
	of := func(content any, column string, proposals ...any) string {
		return Fingerprint(Finding{Rule: "budget/figure-missing", Values: map[string]any{"column": column, "proposals": proposals}}, "/rows", content)
	}
	want := of([]any{"a", "b"}, "outcome", "x", "y")
	if of([]any{"b"}, "outcome", "x", "y") != want || of(map[string]any{"c": 1}, "outcome", "x", "y") != want {
		t.Error("another row is another fingerprint")
	}
	if of([]any{"a", "b"}, "outcome", "y", "x") != want {
		t.Error("another order is another fingerprint")
	}
	if of([]any{"a", "b"}, "budget", "x", "y") == want || of([]any{"a", "b"}, "outcome", "x") == want {
		t.Error("another column is the same fingerprint")
	}
}

// An amount is wrong beside others, so these are part of the fault; what is said of a
// text is all in the text.
func TestFingerprintOfAmounts(t *testing.T) {
	print := func(content any, budget int) string {
		return Fingerprint(Finding{Rule: "budget/index", Values: map[string]any{"budget": budget}}, "/rows/forecast", content)
	}
	if print(json.Number("7"), 1) == print(json.Number("7"), 2) {
		t.Error("what the amount is held against has changed, and the fingerprint has not")
	}
	if print("seven", 1) != print("seven", 2) {
		t.Error("the text is the same, and the fingerprint is not")
	}
}

// What an explanation stands for is part of it, in whatever order.
func TestFingerprintOfExplanations(t *testing.T) {
	print := func(replaced ...string) string {
		f := Finding{Rule: "accountant/wrong-figure"}
		for _, r := range replaced {
			f.Replaces = append(f.Replaces, Finding{Fingerprint: r})
		}
		return Fingerprint(f, "/rows/forecast", json.Number("7"))
	}
	if print("a", "b") != print("b", "a") {
		t.Error("the order counts")
	}
	if print("a", "b") == print("a") || print("a", "b") == print("a", "c") {
		t.Error("it stands for something else, and the fingerprint is the same")
	}
}
