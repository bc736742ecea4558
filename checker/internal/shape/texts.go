package shape

import _ "embed"

// Rules are the texts of the stage's rules, in Swedish and English.
//
//go:embed rules.yaml
var Rules []byte

// Terms are the words for kinds of values that the texts are filled with.
//
//go:embed terms.yaml
var Terms []byte
