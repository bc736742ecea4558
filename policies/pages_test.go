package policies_test

import (
	"bytes"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
)

var update = flag.Bool("update", false, "write the pages of the rules anew")

// Each rule's folder holds its page, made from the rule's texts and cases.
func TestPagesAreFresh(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	for _, folder := range ruleFolders(t) {
		_, id, _ := strings.Cut(folder, "/")
		var page bytes.Buffer
		if err := format.WritePage(&page, c.Catalog().Rule(id), c.Catalog()); err != nil {
			t.Fatal(err)
		}
		file := filepath.Join(folder, "README.md")
		if *update {
			if err := os.WriteFile(file, page.Bytes(), 0o644); err != nil {
				t.Fatal(err)
			}
		}
		if have, err := os.ReadFile(file); err != nil || !bytes.Equal(have, page.Bytes()) {
			t.Errorf("%s is not what the rule says (%v); run go test ./policies -run TestPagesAreFresh -update", file, err)
		}
	}
}

// The rules of the stages that are no policies have no folder here, and one page.
func TestPageOfOtherStagesIsFresh(t *testing.T) {
	c, err := checker.Load()
	if err != nil {
		t.Fatal(err)
	}
	var ids []string
	for _, id := range c.Catalog().IDs() {
		if strings.HasSuffix(c.Catalog().Rule(id).Page, "/policies/README.md") {
			ids = append(ids, id)
		}
	}
	var page bytes.Buffer
	if err := format.WritePagesOf(&page, ids, c.Catalog(), format.Options{Language: catalog.Swedish}); err != nil {
		t.Fatal(err)
	}
	if *update {
		if err := os.WriteFile("README.md", page.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if have, err := os.ReadFile("README.md"); err != nil || !bytes.Equal(have, page.Bytes()) {
		t.Errorf("README.md is not what the rules say (%v); run go test ./policies -run TestPage -update", err)
	}
}
