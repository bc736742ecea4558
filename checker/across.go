package checker

import (
	"context"

	"github.com/plankoll/plankoll/checker/internal/policy"
	"github.com/plankoll/plankoll/checker/report"
)

// Said is what the rules across submissions say of a group of facts, by the numbers of
// those.
type Said = policy.AcrossOutcome

// SaidAcross is what one rule says of one fact.
type SaidAcross = policy.Across

// GroupKind is how the facts of a group are seen together.
type GroupKind = policy.GroupKind

// Across asks the rules across submissions of one group of facts, written as JSON; see
// policies/group. The error is for what concerns all rules; those that failed are named
// in the outcome.
func (c *Checker) Across(ctx context.Context, group []byte) (*Said, error) {
	return c.rules.Across(ctx, group)
}

// RegisterFacts are what rules across submissions need to know of a register of
// suppliers.
func (c *Checker) RegisterFacts(ctx context.Context, register map[string]any) ([]report.Fact, error) {
	return c.rules.RegisterFacts(ctx, register)
}

// Compact lets the rules take less memory, for whoever checks much. It takes some
// milliseconds, and nothing may be checked meanwhile.
func (c *Checker) Compact() { c.rules.Compact() }

// Groups are the groups that facts are seen together in, by name.
func (c *Checker) Groups() map[string]GroupKind { return c.rules.Groups() }
