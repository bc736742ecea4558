package report

import "encoding/json"

// Fact is something that rules across submissions need to know of one: what stands at
// a place, of a kind, in a group of facts that have something in common. The rules
// make it; see policies/facts.
type Fact struct {
	Group string          `json:"group"`
	Key   json.RawMessage `json:"key"` // a list, written in one way only
	Kind  string          `json:"kind"`
	Place Place           `json:"place"`
	Value json.RawMessage `json:"value"`
	About json.RawMessage `json:"about,omitempty"`
}
