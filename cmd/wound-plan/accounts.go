package main

import (
	"errors"
	"fmt"
	"os"
	"slices"
	"strconv"
	"strings"

	"sigs.k8s.io/yaml"
)

// account explains why wounds of some kinds in some places cannot be found.
type account struct {
	Wounds []string `json:"wounds"` // kinds, or all
	At     []string `json:"at"`     // pointer patterns: * is one key, ** any number of them
	Within int64    `json:"within"` // only if the number changes by at most this; 0 is any change
	Why    string   `json:"why"`
}

type accounts []account

func readAccounts(name string) (accounts, error) {
	raw, err := os.ReadFile(name)
	if err != nil {
		return nil, err
	}
	var file struct {
		Accounts accounts `json:"accounts"`
	}
	if err := yaml.UnmarshalStrict(raw, &file); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	for _, a := range file.Accounts {
		if a.Why == "" || len(a.Wounds) == 0 || len(a.At) == 0 {
			return nil, errors.New(name + ": an account needs wounds, at and why")
		}
	}
	return file.Accounts, nil
}

// explain returns the reason of the first account that covers a wound, "" if
// none does.
func (book accounts) explain(w wound) string {
	for _, a := range book {
		if a.covers(w) {
			return a.Why
		}
	}
	return ""
}

func (a account) covers(w wound) bool {
	if !slices.Contains(a.Wounds, "all") && !slices.Contains(a.Wounds, w.kind) {
		return false
	}
	if a.Within > 0 {
		before, err1 := strconv.ParseInt(w.before, 10, 64)
		after, err2 := strconv.ParseInt(w.after, 10, 64)
		if err1 != nil || err2 != nil || max(before-after, after-before) > a.Within {
			return false
		}
	}
	return slices.ContainsFunc(a.At, func(pattern string) bool {
		return matches(strings.Split(strings.TrimPrefix(pattern, "/"), "/"), w.at.Segments())
	})
}

func matches(pattern, segments []string) bool {
	if len(pattern) == 0 {
		return len(segments) == 0
	}
	if pattern[0] == "**" {
		for i := range len(segments) + 1 {
			if matches(pattern[1:], segments[i:]) {
				return true
			}
		}
		return false
	}
	return len(segments) > 0 && (pattern[0] == "*" || pattern[0] == segments[0]) && matches(pattern[1:], segments[1:])
}
