// Package policies holds the rules, the word lists and the profiles as they
// stand in this folder, for a program that carries them with it.
package policies

import "embed"

// Files is this folder: Rego and YAML. The folders are laid out so that the
// path of a file is the path of what it holds under data, as `opa` reads them.
//
//go:embed builtins.yaml requirements.yaml retired.yaml plankoll plan money language profiles
//go:embed facts group register
//go:embed rules/*/*/*.rego rules/*/*/*.yaml
//go:embed audit/*/*/*.rego audit/*/*/*.yaml
var Files embed.FS

// Sound is a plan that no rule finds anything in, which the cases of the rules
// wound.
//
//go:embed cases/sound/plan.json
var Sound []byte
