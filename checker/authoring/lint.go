package authoring

import (
	"cmp"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"path"
	"regexp"
	"slices"
	"strconv"
	"strings"

	"github.com/open-policy-agent/opa/v1/ast"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/cases"
	"github.com/plankoll/plankoll/checker/catalog"
)

// Lint tells all that can be said of the rules without running them: what keeps
// them from being loaded, which cases are missing, and what is still to be written.
// The error is for what kept it from looking.
func Lint(further ...fs.FS) ([]Fault, error) {
	own, err := checker.Load()
	if err != nil {
		return nil, err
	}
	files, err := checker.Policies(further...)
	if err != nil {
		if clash := (*checker.Clash)(nil); errors.As(err, &clash) {
			return faultsIn(errors.Unwrap(err), nil), nil
		}
		return nil, err
	}
	l := &linter{files: files, own: own.Catalog()}
	if _, err := checker.Load(further...); err != nil {
		l.faults = faultsIn(err, files)
	}
	for _, id := range ruleIDs(files) {
		l.rule(id)
	}
	slices.SortFunc(l.faults, compare)
	return slices.Compact(l.faults), nil
}

// ruleIDs are the ids of the rules that any file stands for, sorted.
func ruleIDs(files map[string][]byte) []string {
	ids := map[string]bool{}
	for file := range files {
		if ok, _ := path.Match("rules/*/*/*", file); ok {
			ids[strings.TrimPrefix(path.Dir(file), "rules/")] = true
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// ruleFolders are the folders of the rules, those across submissions among them, sorted.
func ruleFolders(files map[string][]byte) []string {
	folders := map[string]bool{}
	for file := range files {
		for _, pattern := range []string{"rules/*/*/*", "audit/*/*/*"} {
			if ok, _ := path.Match(pattern, file); ok {
				folders[path.Dir(file)] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(folders))
}

type linter struct {
	files  map[string][]byte
	own    *catalog.Catalog
	faults []Fault
}

func (l *linter) fault(file string, line int, format string, args ...any) {
	l.faults = append(l.faults, Fault{file, line, fmt.Sprintf(format, args...)})
}

// exists tells whether there is a rule with an id.
func (l *linter) exists(id string) bool {
	return l.files[path.Join("rules", id, "rule.yaml")] != nil || l.own.Rule(id) != nil
}

var unfinished = regexp.MustCompile(`\bTODO\b.*`)

func (l *linter) rule(id string) {
	name := func(file string) string { return path.Join("rules", id, file) }
	for _, file := range ruleFiles {
		text, ok := l.files[name(file)]
		if !ok {
			l.fault(name(file), 0, "the file is missing")
		}
		for i, line := range strings.Split(string(text), "\n") {
			if left := unfinished.FindString(line); left != "" {
				l.fault(name(file), i+1, "still to be written: %s", strings.TrimRight(left, "\"}"))
			}
		}
	}
	rule, err := catalog.Read(name("rule.yaml"), l.files[name("rule.yaml")])
	if err != nil {
		return // the loading has said so
	}
	l.variants(rule, name("rule.rego"))
	list, err := cases.Read(l.files[name("cases.yaml")])
	if err != nil {
		l.faults = append(l.faults, located(fmt.Sprintf("%s: %v", name("cases.yaml"), err)))
		return
	}
	l.cases(rule, name("cases.yaml"), list)
}

// texts are the places of the texts that a rule has, in the language that all are
// compared with.
func texts(rule *catalog.Rule) map[string]bool {
	text, parts := rule.Texts[catalog.Swedish], map[string]bool{}
	for variant := range text.Messages {
		parts["messages."+variant] = true
	}
	for variant := range text.Manual {
		parts["manual."+variant] = true
	}
	for reason := range text.NotEvaluated {
		parts["notEvaluated."+reason] = true
	}
	return parts
}

// variants makes sure that what the decision names has a text. Only names that are
// written out can be seen; those that are computed are left to the cases.
func (l *linter) variants(rule *catalog.Rule, file string) {
	module, err := ast.ParseModule(file, string(l.files[file]))
	if err != nil || module == nil {
		return // the loading has said so
	}
	parts := texts(rule)
	ast.WalkTerms(module, func(term *ast.Term) bool {
		remark, ok := term.Value.(ast.Object)
		if !ok || remark.Get(ast.StringTerm("path")) == nil {
			return false
		}
		for key, kinds := range map[string][]string{"variant": {"messages", "manual"}, "reason": {"notEvaluated"}} {
			named := remark.Get(ast.StringTerm(key))
			if named == nil {
				continue
			}
			if value, ok := named.Value.(ast.String); ok && !slices.ContainsFunc(kinds, func(kind string) bool { return parts[kind+"."+string(value)] }) {
				l.fault(file, named.Location.Row, "%s %q has no text in rule.yaml (%s)", key, string(value), strings.Join(kinds, " or "))
			}
		}
		return false
	})
}

// cases makes sure that a rule has cases where it speaks and where it is silent, for
// each of its texts, and that they name what exists.
func (l *linter) cases(rule *catalog.Rule, file string, list []cases.Case) {
	if l.files[file] == nil {
		return // said already
	}
	line := func(i int, keys ...string) int {
		return lineOf(l.files[file], append([]string{"cases", strconv.Itoa(i)}, keys...)...)
	}
	parts, shown := texts(rule), map[string]bool{}
	names := map[string]bool{}
	speaks, silent := false, false
	for i, c := range list {
		switch {
		case strings.TrimSpace(c.Name) == "":
			l.fault(file, line(i), "the case has no name")
		case names[c.Name]:
			l.fault(file, line(i), "there are two cases with the name %q", c.Name)
		}
		names[c.Name] = true
		if c.Wound == nil {
			l.fault(file, line(i), "the case has no wound; write `wound: []` for the sound plan itself")
		}
		show := func(key, part string) {
			shown[part] = true
			if !parts[part] {
				l.fault(file, line(i, key), "rule.yaml has no text %s", part)
			}
		}
		for _, f := range c.Fires {
			show("fires", "messages."+cmp.Or(f.Variant, catalog.Default))
		}
		asked := false
		for _, m := range c.Manual {
			if m.Rule == rule.ID {
				asked = true
				if m.Variant != "" { // it may be left open
					show("manual", "manual."+m.Variant)
				}
			}
		}
		for _, n := range c.NotEvaluated {
			if n.Rule == rule.ID {
				show("not_evaluated", "notEvaluated."+n.Reason)
			}
		}
		for key, remarks := range map[string][]cases.Remark{"also": c.Also, "manual": c.Manual, "not_evaluated": c.NotEvaluated} {
			for _, remark := range remarks {
				if !l.exists(remark.Rule) {
					l.fault(file, line(i, key), "there is no rule %q", remark.Rule)
				}
			}
		}
		// What a person has to judge of every plan is said of the sound one too, and
		// not repeated in the cases.
		usual := rule.Kind == catalog.ByHand && string(c.Wound) == "[]"
		if len(c.Fires) > 0 || asked || usual {
			speaks = true
		} else {
			silent = true
		}
	}
	if !speaks {
		l.fault(file, 0, "no case makes the rule speak")
	}
	if !silent {
		l.fault(file, 0, "no case leaves the rule silent")
	}
	for part := range parts {
		// A question asked of every plan needs no case of its own.
		if !shown[part] && !strings.HasPrefix(part, "manual.") {
			l.fault(file, 0, "no case brings out the text %s", part)
		}
	}
}
