// Package authoring is for those who write rules: it lays out a new rule, tells
// what is wrong with rules, runs their tests, and bundles them for others to run.
package authoring

import (
	"embed"
	"errors"
	"fmt"
	"io/fs"
	"path"
	"strings"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
)

//go:embed skeleton
var skeleton embed.FS

// ErrBadID is told of an id that no rule can have.
var ErrBadID = errors.New("an id is family/name in small letters, digits and hyphens")

// TakenError is told of an id that a rule has, or has had.
type TakenError struct {
	ID      string
	Retired string // since when the rule is no more, empty if it is
}

func (e *TakenError) Error() string {
	if e.Retired != "" {
		return fmt.Sprintf("%s was the id of a rule that was retired on %s", e.ID, e.Retired)
	}
	return fmt.Sprintf("there is a rule %s already", e.ID)
}

// New lays out a rule that is still to be written, as files by name. It can be
// loaded and run, and says of every plan that it has judged nothing; Lint says what
// is left to do. Its id must not be that of a rule of the program or of a further
// folder.
func New(id string, further ...fs.FS) (map[string][]byte, error) {
	if !catalog.ValidID(id) {
		return nil, ErrBadID
	}
	c, err := checker.Load()
	if err != nil {
		return nil, err
	}
	if c.Catalog().Rule(id) != nil {
		return nil, &TakenError{ID: id}
	}
	for _, retired := range c.Catalog().Retired() {
		if retired.ID == id {
			return nil, &TakenError{ID: id, Retired: retired.Since}
		}
	}
	// The rules of further folders may be half written, so they are not loaded.
	folder := path.Join("rules", id)
	for _, further := range further {
		if _, err := fs.Stat(further, folder); err == nil {
			return nil, &TakenError{ID: id}
		} else if !errors.Is(err, fs.ErrNotExist) {
			return nil, err
		}
	}
	family, name, _ := strings.Cut(id, "/")
	filled := strings.NewReplacer(
		"{{id}}", id,
		"{{package}}", fmt.Sprintf("rules[%q][%q]", family, name),
	)
	files := map[string][]byte{}
	for _, file := range ruleFiles {
		text, err := skeleton.ReadFile(path.Join("skeleton", file))
		if err != nil {
			return nil, err
		}
		files[path.Join(folder, file)] = []byte(filled.Replace(string(text)))
	}
	return files, nil
}

// ruleFiles are what a rule consists of.
var ruleFiles = []string{"rule.rego", "rule.yaml", "cases.yaml"}
