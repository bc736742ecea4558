package accountant

import _ "embed"

// Rules are the texts of the stage's rules, in Swedish and English.
//
//go:embed rules.yaml
var Rules []byte

// Terms are the clauses that the texts are put together from: causes, and what
// speaks for and against an explanation.
//
//go:embed terms.yaml
var Terms []byte
