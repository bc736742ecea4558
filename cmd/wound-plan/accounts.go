package main

import (
	"errors"
	"fmt"
	"maps"
	"os"
	"path"
	"slices"

	"sigs.k8s.io/yaml"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

// account says of some wounds which rules must find them, or why none can.
type account struct {
	condition
	Must   []string `json:"must"`   // the rules that find it, every one
	Unsure []string `json:"unsure"` // the rules that say that they cannot judge any more
	May    []string `json:"may"`    // exact rules, as family/*, that may find something too
	Why    string   `json:"why"`
}

// book is the accounts, and the rules that none of them asks for.
type book struct {
	Accounts []account `json:"accounts"`
	Unasked  []unasked `json:"unasked"`
}

// unasked says why no random wound needs to be found by some rules.
type unasked struct {
	Rules []string `json:"rules"`
	Why   string   `json:"why"`
}

func readBook(name string, rules *catalog.Catalog) (*book, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	b, err := parseBook(raw, rules)
	if err != nil {
		return nil, fmt.Errorf("%s:\n%w", name, err)
	}
	return b, nil
}

func parseBook(raw []byte, rules *catalog.Catalog) (*book, error) {
	b := new(book)
	if err := yaml.UnmarshalStrict(raw, b); err != nil {
		return nil, err
	}
	return b, b.complete(rules)
}

// complete makes sure that every account says something, and that every rule
// that checks what can be decided or compared is asked for somewhere.
func (b *book) complete(rules *catalog.Catalog) error {
	var faults []error
	fault := func(format string, args ...any) { faults = append(faults, fmt.Errorf(format, args...)) }
	asked := map[string]bool{}
	for _, a := range b.Accounts {
		if len(a.Wounds) == 0 || len(a.At) == 0 {
			fault("an account needs wounds and at: %s", a.condition)
		}
		if (len(a.Must)+len(a.Unsure) == 0) == (a.Why == "") {
			fault("an account needs either must, unsure or why: %s", a.condition)
		}
		for _, id := range slices.Concat(a.Must, a.Unsure) {
			asked[id] = true
		}
	}
	for _, u := range b.Unasked {
		if u.Why == "" {
			fault("%v are not asked for, and it does not say why", u.Rules)
		}
		for _, id := range u.Rules {
			if asked[id] {
				fault("%s is asked for, or named twice as not asked for", id)
			}
			asked[id] = true
		}
	}
	for _, id := range slices.Sorted(maps.Keys(asked)) {
		if rules.Rule(id) == nil {
			fault("%s is no rule", id)
		}
	}
	for _, id := range decidable(rules) {
		if !asked[id] {
			fault("no account asks for %s", id)
		}
	}
	return errors.Join(faults...)
}

// decidable lists the rules that check a requirement which can be decided from
// the data, or by comparing parts of it.
func decidable(rules *catalog.Catalog) []string {
	ids := map[string]bool{}
	for _, requirement := range rules.Requirements() {
		if !slices.Contains(requirement.Kinds, "exact") && !slices.Contains(requirement.Kinds, "cross") {
			continue
		}
		for _, id := range rules.CheckedBy(requirement.ID) {
			// What is said across submissions is not to be seen in one.
			if rule := rules.Rule(id); rule.Kind != catalog.ByHand && rule.Stage == report.Policy {
				ids[id] = true
			}
		}
	}
	return slices.Sorted(maps.Keys(ids))
}

// of returns the first account that covers a wound, nil if none does.
func (b *book) of(w surgery.Wound) *account {
	for i := range b.Accounts {
		if b.Accounts[i].covers(w) {
			return &b.Accounts[i]
		}
	}
	return nil
}

// missing lists the rules that must have noticed the wound and have not.
func (a account) missing(e examination) []string {
	return append(
		without(a.Must, func(id string) bool { return slices.Contains(e.found, id) }),
		without(a.Unsure, func(id string) bool { return slices.Contains(e.unjudged, id) })...)
}

// unexpected lists the exact rules that have no business with the wound.
func (a account) unexpected(found []string, rules *catalog.Catalog) []string {
	return without(found, func(id string) bool {
		return rules.Rule(id).Kind != catalog.Exact || slices.Contains(a.Must, id) ||
			slices.ContainsFunc(a.May, func(pattern string) bool {
				ok, _ := path.Match(pattern, id)
				return ok
			})
	})
}

func without(list []string, known func(string) bool) []string {
	return slices.DeleteFunc(slices.Clone(list), known)
}
