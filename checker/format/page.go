package format

import (
	"bufio"
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
)

// WritePage writes the page of a rule in Markdown, in both languages: what it
// demands and why, what it says and what to do then, and the cases that show it.
func WritePage(w io.Writer, rule *catalog.Rule, c *catalog.Catalog) error {
	out := bufio.NewWriter(w)
	for i, language := range catalog.Languages {
		if i > 0 {
			fmt.Fprint(out, "\n---\n\n")
		}
		if err := writePage(out, rule, c, language, "#"); err != nil {
			return err
		}
	}
	return out.Flush()
}

// WritePages writes the pages of all rules as one document in Markdown, in the
// language asked for.
func WritePages(w io.Writer, c *catalog.Catalog, options Options) error {
	return WritePagesOf(w, c.IDs(), c, options)
}

// WritePagesOf writes the pages of some rules, by their ids, as WritePages does.
func WritePagesOf(w io.Writer, ids []string, c *catalog.Catalog, options Options) error {
	out := bufio.NewWriter(w)
	fmt.Fprintf(out, "# %s\n", pageWordsIn[options.Language].title)
	family := ""
	for _, id := range ids {
		if f, _, _ := strings.Cut(id, "/"); f != family {
			family = f
			fmt.Fprintf(out, "\n## %s\n", family)
		}
		fmt.Fprintln(out)
		if err := writePage(out, c.Rule(id), c, options.Language, "###"); err != nil {
			return err
		}
	}
	return out.Flush()
}

// WriteBrief writes the beginning of a rule's page in the language asked for: what
// it demands and why, and what passes and fails.
func WriteBrief(w io.Writer, rule *catalog.Rule, c *catalog.Catalog, options Options) error {
	out := bufio.NewWriter(w)
	writeBrief(out, rule, c, options.Language, "###")
	return out.Flush()
}

func writeBrief(out *bufio.Writer, rule *catalog.Rule, c *catalog.Catalog, language catalog.Language, level string) {
	text := rule.Texts[language]
	t := newTextWriter(out, c, Options{Language: language})
	fmt.Fprintf(out, "%s %s\n\n", level, markdown(text.Title))
	fmt.Fprintf(out, "`%s` · %s\n\n", rule.ID, strings.Join(t.about(rule), " · "))
	for _, section := range c.Sections(rule) {
		fmt.Fprintf(out, "- %s\n", markdown(t.sectionTitle(section)))
	}
	fmt.Fprintf(out, "\n%s\n", markdown(text.Why))
	for _, example := range [][2]string{{t.words.passes, text.Passes}, {t.words.fails, text.Fails}} {
		if example[1] != "" {
			fmt.Fprintf(out, "\n**%s:** %s\n", example[0], markdown(example[1]))
		}
	}
}

// writePage writes a rule's page in one language, its title as a heading of the
// given level.
func writePage(out *bufio.Writer, rule *catalog.Rule, c *catalog.Catalog, language catalog.Language, level string) error {
	words, text := pageWordsIn[language], rule.Texts[language]
	writeBrief(out, rule, c, language, level)
	heading := func(title string) { fmt.Fprintf(out, "\n%s# %s\n\n", level, title) }
	if len(text.Messages) > 0 {
		heading(words.says)
		for _, variant := range slices.Sorted(maps.Keys(text.Messages)) {
			message := text.Messages[variant]
			fmt.Fprintf(out, "- %s\n  *%s* %s\n", values(message.Message), words.do, values(message.Action))
		}
	}
	for _, part := range []struct {
		title string
		texts map[string]string
	}{{words.cannot, text.NotEvaluated}, {words.asks, text.Manual}} {
		if len(part.texts) == 0 {
			continue
		}
		heading(part.title)
		for _, variant := range slices.Sorted(maps.Keys(part.texts)) {
			fmt.Fprintf(out, "- %s\n", values(part.texts[variant]))
		}
	}
	if len(rule.Reads) > 0 {
		heading(words.reads)
		for _, pattern := range rule.Reads {
			fmt.Fprintf(out, "- `%s`\n", pattern)
		}
	}
	cases, err := rule.Cases()
	if err != nil {
		return err
	}
	if len(cases) > 0 && words.cases != "" {
		heading(words.cases)
		for _, c := range cases {
			said := words.silent
			if c.Speaks {
				said = words.speaks
			}
			fmt.Fprintf(out, "- %s: %s\n", said, markdown(c.Name))
		}
	}
	return nil
}

// values is a text with the values that it is filled with set apart.
func values(text string) string {
	return markdown(filled.Replace(text))
}

var filled = strings.NewReplacer("{", "‹", "}", "›")

// pageWords are the headings of a rule's page. The names of cases are in English, so
// only that page has them.
type pageWords struct{ title, says, do, cannot, asks, reads, cases, speaks, silent string }

var pageWordsIn = map[catalog.Language]pageWords{
	catalog.Swedish: {
		title: "Reglerna", says: "Vad regeln säger", do: "Vad du gör:", cannot: "När den inte kan pröva",
		asks: "Vad en människa bedömer", reads: "Fält som den läser",
	},
	catalog.English: {
		title: "The rules", says: "What the rule says", do: "What to do:", cannot: "When it cannot judge",
		asks: "What a person judges", reads: "Fields it reads", cases: "Cases that are tested",
		speaks: "Speaks", silent: "Is silent",
	},
}
