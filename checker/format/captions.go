package format

import (
	"cmp"

	"github.com/plankoll/plankoll/checker/catalog"
)

// captions are what the parts of a plan are called in one language.
type captions struct {
	words    words
	catalog  *catalog.Catalog
	language string
}

func captionsIn(c *catalog.Catalog, language catalog.Language) captions {
	return captions{words: wordsIn[language], catalog: c, language: string(language)}
}

func (c captions) sectionTitle(section string) string {
	if section == "" || section == "0" {
		return c.words.general
	}
	return section + " " + c.catalog.Form().SectionTitle(section)[c.language]
}

func (c captions) partTitle(e entry) string {
	part := e.part()
	if part == "" {
		return c.words.wholeSection // after its parts, or it would be read as said of the last
	}
	if within := e.places[0].within; len(within) > 0 && within[0].Pointer == part {
		return cmp.Or(within[0].Name, within[0].ID)
	}
	labels := c.catalog.Form().Labels(part)
	return labels[len(labels)-1][c.language]
}
