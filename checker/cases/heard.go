package cases

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// Line is one thing that is said, so that it can be compared and read.
func Line(kind, rule string, at report.Pointer, variant string) string {
	return fmt.Sprintf("%s: %s %s %s", kind, rule, at, cmp.Or(variant, catalog.Default))
}

// heard lists all that a report says, of whatever stage, sorted, except what a
// person has to judge of every plan.
func heard(r *report.Report, usual []string) []string {
	var list []string
	for _, f := range r.Unexplained() {
		list = append(list, Line("finding", f.Rule, f.Place.Pointer, f.Variant))
	}
	for _, n := range r.NotEvaluated {
		list = append(list, Line("not evaluated", n.Rule, n.Place.Pointer, n.Reason))
	}
	for _, question := range questions(r) {
		if !slices.Contains(usual, question) {
			list = append(list, question)
		}
	}
	slices.Sort(list)
	return list
}

// questions lists what a report leaves to a person.
func questions(r *report.Report) []string {
	var list []string
	for _, m := range r.Manual {
		list = append(list, Line("manual", m.Rule, m.Place.Pointer, m.Variant))
	}
	return list
}

// wanted lists all that a case says, sorted.
func (c Case) wanted(rule string, seen []string) []string {
	var list []string
	for _, f := range c.Fires {
		list = append(list, Line("finding", rule, f.Path, f.Variant))
	}
	for _, f := range c.Also {
		list = append(list, named("finding", f, seen))
	}
	for _, n := range c.NotEvaluated {
		list = append(list, Line("not evaluated", n.Rule, n.Path, n.Reason))
	}
	for _, m := range c.Manual {
		list = append(list, named("manual", m, seen))
	}
	slices.Sort(list)
	return list
}

// named is a line for another rule, whose variant a case may leave open.
func named(kind string, r Remark, seen []string) string {
	if r.Variant == "" {
		prefix := strings.TrimSuffix(Line(kind, r.Rule, r.Path, catalog.Default), catalog.Default)
		for _, candidate := range seen {
			if strings.HasPrefix(candidate, prefix) {
				return candidate
			}
		}
	}
	return Line(kind, r.Rule, r.Path, r.Variant)
}

// differences tells what is missing and what is unexpected in what is said.
func (c Case) differences(rule string, seen []string) (faults []string) {
	wanted := c.wanted(rule, seen)
	for _, line := range less(wanted, seen) {
		faults = append(faults, "missing is "+line)
	}
	for _, line := range less(seen, wanted) {
		faults = append(faults, "unexpected is "+line)
	}
	return faults
}

// less is the lines of a sorted list that another has fewer of: the same said
// twice is not the same as once.
func less(list, other []string) (rest []string) {
	left := slices.Clone(other)
	for _, line := range list {
		if i := slices.Index(left, line); i >= 0 {
			left = slices.Delete(left, i, i+1)
		} else {
			rest = append(rest, line)
		}
	}
	return rest
}
