package report

// Explanation is one way in which amounts that disagree could have come to do
// so: the corrections that let all of them agree.
type Explanation struct {
	Corrections []Correction
	For         []Argument
	Against     []Argument
}

// Correction is an amount with what it should probably be.
type Correction struct {
	Place   Place
	Within  []Named
	Variant string // which of the rule's messages
	Values  map[string]any
}

// Argument speaks for or against an explanation: a term of the catalogue, and the
// values in it.
type Argument struct {
	Term   string
	Values map[string]any
}
