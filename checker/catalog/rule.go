// Package catalog holds what there is to know about each rule beside its
// decision: how much it weighs, what it reads, which of the template's rules it
// checks, and its texts.
package catalog

import (
	"github.com/plankoll/plankoll/checker/report"
)

// Language is a language that texts are written in.
type Language string

const (
	Swedish Language = "sv"
	English Language = "en"
)

// Languages are all languages that every text exists in.
var Languages = []Language{Swedish, English}

// Kind tells how a rule comes to its findings.
type Kind string

const (
	Exact     Kind = "exact"     // it holds or it does not
	Heuristic Kind = "heuristic" // read out of prose, and may be wrong
	ByHand    Kind = "manual"    // no machine can tell
)

// Rule is one rule of the house. Its identity is its place: family/name.
type Rule struct {
	ID           string
	Stage        report.Stage
	Severity     report.Severity // unless the profile says otherwise
	Kind         Kind
	Requirements []string // the template's rules that it checks, R<section>.<n>
	Reads        []Pattern
	Needs        []Need // beside the submissions; only rules across submissions do
	Texts        map[Language]Text

	// Page is the address of the rule's page; empty for a rule of somebody else.
	Page string

	cases []byte // as they stand in cases.yaml
}

// Need is what a rule across submissions cannot be asked without.
type Need string

const (
	Register Need = "register" // of the suppliers
	Previous Need = "previous" // the plans of an earlier year
)

// Case is a wound to a sound plan that shows what the rule says, or that it does
// not say it of something near.
type Case struct {
	Name   string
	Speaks bool // the rule finds something
}

// Text is what a rule says to people, in one language. The keys of the maps are
// variants: a finding names the one that fits.
type Text struct {
	Title        string             `json:"title"`
	Why          string             `json:"why"`
	Passes       string             `json:"passes"`
	Fails        string             `json:"fails"`
	Messages     map[string]Message `json:"messages"`
	NotEvaluated map[string]string  `json:"notEvaluated,omitempty"`
	Manual       map[string]string  `json:"manual,omitempty"`
}

// Message is what was seen and wanted, and what to do about it. {name} stands
// for a value of the finding.
type Message struct {
	Message string `json:"message"`
	Action  string `json:"action"`
}

// Default is the variant of a finding that names none.
const Default = "default"

// Pattern is a JSON pointer in which * stands for any one key or index.
type Pattern string

// Touches tells whether a change of the value at p can change what the pattern
// stands for: p is there, above or below.
func (pattern Pattern) Touches(p report.Pointer) bool {
	wanted, have := report.Pointer(pattern).Segments(), p.Segments()
	for i := range min(len(wanted), len(have)) {
		if wanted[i] != "*" && wanted[i] != have[i] {
			return false
		}
	}
	return true
}

// MayBe tells whether a rule may weigh so much: one that may be wrong can't reject.
func (r *Rule) MayBe(severity report.Severity) bool {
	return r.Kind != Heuristic || severity != report.Error
}

// ReadsAt tells whether the rule reads anything at, above or below p.
func (r *Rule) ReadsAt(p report.Pointer) bool {
	for _, pattern := range r.Reads {
		if pattern.Touches(p) {
			return true
		}
	}
	return false
}
