package policies_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"slices"
	"testing"

	"sigs.k8s.io/yaml"
)

const tailsFile = "language/sv/word_tails.yaml"

const tailsHead = `# Made from words.yaml and compound_heads.yaml; to make it anew, run
# go test ./policies -run TestTailsAreFresh -update
# How long the words are that a compound may end with, by their last three letters,
# the longest first: so that no other lengths are tried.
word_tails:
`

// The tails of compounds are looked for by their last letters, in a table that is made
// from the dictionary.
func TestTailsAreFresh(t *testing.T) {
	var words struct {
		Words map[string]string `json:"words"`
	}
	var heads struct {
		Heads map[string]string `json:"compound_heads"`
	}
	for file, into := range map[string]any{"language/sv/words.yaml": &words, "language/sv/compound_heads.yaml": &heads} {
		raw, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		if err := yaml.Unmarshal(raw, into); err != nil {
			t.Fatal(err)
		}
	}
	tails := map[string]map[int]bool{}
	for word, class := range words.Words {
		letters := []rune(word)
		if heads.Heads[class] == "" || len(letters) < 3 {
			continue
		}
		last := string(letters[len(letters)-3:])
		if tails[last] == nil {
			tails[last] = map[int]bool{}
		}
		tails[last][len(letters)] = true
	}
	text := bytes.NewBufferString(tailsHead)
	for _, last := range slices.Sorted(maps.Keys(tails)) {
		lengths := slices.Sorted(maps.Keys(tails[last]))
		slices.Reverse(lengths)
		key, err := yaml.Marshal(last) // some would be read as something else
		if err != nil {
			t.Fatal(err)
		}
		fmt.Fprintf(text, "  %s: [", bytes.TrimSpace(key))
		for i, length := range lengths {
			if i > 0 {
				fmt.Fprint(text, ", ")
			}
			fmt.Fprint(text, length)
		}
		fmt.Fprintln(text, "]")
	}
	if *update {
		if err := os.WriteFile(tailsFile, text.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile(tailsFile); err != nil || !bytes.Equal(have, text.Bytes()) {
		t.Errorf("%s is not what the dictionary makes (%v); run go test ./policies -run TestTailsAreFresh -update", tailsFile, err)
	}
}
