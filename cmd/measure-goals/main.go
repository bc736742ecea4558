// Command measure-goals tells how often the rules that read goals are right. It
// takes labelled statements, one JSON object a line, asks the rules about each as
// a supplier would, and prints precision, recall and F1 for each rule, and every
// statement that a rule got wrong.
//
//	go run ./cmd/measure-goals testdata/goals/statements.jsonl
//
// A line holds id, text, specific (true or false), measurable (target, indicator
// or none) and timeBound (true or false).
package main

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: measure-goals FILE.jsonl")
		os.Exit(2)
	}
	if err := run(os.Args[1], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "measure-goals:", err)
		os.Exit(2)
	}
}

func run(name string, out io.Writer) error {
	file, err := os.Open(name)
	if err != nil {
		return err
	}
	defer file.Close()
	statements, err := read(file)
	if err != nil {
		return fmt.Errorf("%s: %w", name, err)
	}
	fired, err := ask(statements)
	if err != nil {
		return err
	}
	return write(out, statements, fired)
}

// Statement is a goal with what people say of it.
type Statement struct {
	ID         string `json:"id"`
	Text       string `json:"text"`
	Specific   bool   `json:"specific"`
	Measurable string `json:"measurable"` // target, indicator or none
	TimeBound  bool   `json:"timeBound"`
}

func read(in io.Reader) ([]Statement, error) {
	var statements []Statement
	lines := bufio.NewScanner(in)
	lines.Buffer(nil, 1<<20)
	for number := 1; lines.Scan(); number++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		var s Statement
		if err := json.Unmarshal(lines.Bytes(), &s); err != nil {
			return nil, fmt.Errorf("line %d: %w", number, err)
		}
		if !slices.Contains([]string{"target", "indicator", "none"}, s.Measurable) {
			return nil, fmt.Errorf("line %d: measurable is %q, not target, indicator or none", number, s.Measurable)
		}
		statements = append(statements, s)
	}
	if err := lines.Err(); err != nil {
		return nil, err
	}
	if len(statements) == 0 {
		return nil, errors.New("there are no statements")
	}
	return statements, nil
}

// question is what a rule decides of a goal: whether it lacks something. The
// wanted is what people say of it.
type question struct {
	rule   string
	lacks  string // the class of goals that the rule should fire for
	has    string
	wanted func(Statement) bool // true if the rule should fire
}

var questions = []question{
	{"smart/measurable", "no target", "target", func(s Statement) bool { return s.Measurable != "target" }},
	{"smart/time-bound", "no time", "time", func(s Statement) bool { return !s.TimeBound }},
	{"smart/specific", "not specific", "specific", func(s Statement) bool { return !s.Specific }},
}

// ask puts the statements as effect goals into plans, and returns the rules that
// fired for each.
func ask(statements []Statement) ([]map[string]bool, error) {
	c, err := checker.Load()
	if err != nil {
		return nil, err
	}
	fired := make([]map[string]bool, len(statements))
	const batch = 100 // goals in one initiative
	for from := 0; from < len(statements); from += batch {
		part := statements[from:min(from+batch, len(statements))]
		var goals []map[string]string
		for i, s := range part {
			fired[from+i] = map[string]bool{}
			goals = append(goals, map[string]string{"id": fmt.Sprint("goal-", i), "text": s.Text})
		}
		plan, err := json.Marshal(map[string]any{
			"profile": c.Profiles()[0], "reportYear": 2024, "submittedOn": "2023-03-31",
			"supplier": map[string]any{
				"id": "supplier", "name": "Supplier",
				"services": []map[string]string{{"id": "service", "name": "Service"}},
			},
			"ongoing": map[string]any{"initiatives": []map[string]any{{"id": "initiative", "effectGoals": goals}}},
		})
		if err != nil {
			return nil, err
		}
		result := c.Check(context.Background(), checker.Submission{Bytes: plan}, checker.Options{})
		for _, finding := range result.Findings {
			if finding.Stage != report.Policy && finding.Stage != report.Schema {
				return nil, fmt.Errorf("the statements could not be judged: %s %v", finding.Rule, finding.Values)
			}
			var i int
			if _, err := fmt.Sscanf(string(finding.Place.Pointer), "/ongoing/initiatives/0/effectGoals/%d/", &i); err == nil {
				if finding.Stage == report.Schema {
					return nil, fmt.Errorf("%s: %s", part[i].ID, finding.Rule)
				}
				fired[from+i][finding.Rule] = true
			}
		}
	}
	return fired, nil
}

func write(out io.Writer, statements []Statement, fired []map[string]bool) error {
	buffer := bufio.NewWriter(out)
	fmt.Fprintf(buffer, "%d statements\n\n", len(statements))
	fmt.Fprintf(buffer, "%-18s %-14s %5s %10s %7s %6s\n", "rule", "class", "n", "precision", "recall", "F1")
	for _, q := range questions {
		for _, positive := range []bool{true, false} {
			class := q.has
			if positive {
				class = q.lacks
			}
			s := score(statements, fired, q, positive)
			fmt.Fprintf(buffer, "%-18s %-14s %5d %10.3f %7.3f %6.3f\n", q.rule, class, s.members, s.precision(), s.recall(), s.f1())
		}
	}
	for _, q := range questions {
		fmt.Fprintf(buffer, "\n%s\n", q.rule)
		for i, s := range statements {
			switch said := fired[i][q.rule]; {
			case said && !q.wanted(s):
				fmt.Fprintf(buffer, "  false alarm  %s: %s\n", s.ID, s.Text)
			case !said && q.wanted(s):
				fmt.Fprintf(buffer, "  missed       %s: %s\n", s.ID, s.Text)
			}
		}
	}
	return buffer.Flush()
}

// tally counts how a rule did on one class.
type tally struct {
	members int // statements of the class
	said    int // statements that the rule put in it
	right   int // those of them that belong there
}

func score(statements []Statement, fired []map[string]bool, q question, positive bool) tally {
	var t tally
	for i, s := range statements {
		member, said := q.wanted(s) == positive, fired[i][q.rule] == positive
		if member {
			t.members++
		}
		if said {
			t.said++
		}
		if member && said {
			t.right++
		}
	}
	return t
}

func (t tally) precision() float64 { return ratio(t.right, t.said) }
func (t tally) recall() float64    { return ratio(t.right, t.members) }

func (t tally) f1() float64 {
	p, r := t.precision(), t.recall()
	if p+r == 0 {
		return 0
	}
	return 2 * p * r / (p + r)
}

func ratio(part, whole int) float64 {
	if whole == 0 {
		return 0
	}
	return float64(part) / float64(whole)
}
