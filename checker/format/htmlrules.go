package format

import (
	"bytes"
	"html/template"
	"io"
	"maps"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/catalog"
)

// What the page of the rules shows.
type (
	rulesPage struct {
		Language                         catalog.Language
		Style                            template.CSS
		Title, Skip, ToTop, Contents, Do string
		Many                             bool
		Families                         []rulesFamily
	}
	rulesFamily struct {
		ID, Name string
		Rules    []rulesRule
	}
	rulesRule struct {
		ID, Title, About, Why string
		Examples              []rulesExample
		Parts                 []rulesPart
	}
	rulesExample struct{ Heading, Text string }
	rulesPart    struct {
		Heading string
		Items   []rulesItem
	}
	rulesItem struct{ Text, Do string }
)

// WriteRulesHTML writes the pages of some rules, by their ids, as one page that needs
// nothing but itself.
func WriteRulesHTML(w io.Writer, ids []string, c *catalog.Catalog, options Options) error {
	style, err := htmlFiles.ReadFile("html/report.css")
	if err != nil {
		return err
	}
	words, html := pageWordsIn[options.Language], htmlWordsIn[options.Language]
	page := rulesPage{
		Language: options.Language, Style: template.CSS(style), Title: words.title, Many: len(ids) > 1,
		Skip: html.Skip, ToTop: html.ToTop, Contents: html.Overview, Do: words.do,
	}
	t := newTextWriter(io.Discard, c, options)
	for _, id := range ids {
		family, _, _ := strings.Cut(id, "/")
		if n := len(page.Families); n == 0 || page.Families[n-1].Name != family {
			page.Families = append(page.Families, rulesFamily{ID: "family-" + family, Name: family})
		}
		last := &page.Families[len(page.Families)-1]
		last.Rules = append(last.Rules, t.rulesRule(c.Rule(id), words, options.Language))
	}
	if !page.Many {
		page.Title = page.Families[0].Rules[0].Title
	}
	var out bytes.Buffer
	if err := htmlTemplate.ExecuteTemplate(&out, "rules.tmpl", page); err != nil {
		return err
	}
	_, err = io.WriteString(w, harmless(out.String()))
	return err
}

func (t *textWriter) rulesRule(rule *catalog.Rule, words pageWords, language catalog.Language) rulesRule {
	text := rule.Texts[language]
	shown := rulesRule{
		ID: "rule-" + strings.ReplaceAll(rule.ID, "/", "-"), Title: text.Title, Why: text.Why,
		About: strings.Join(append([]string{rule.ID}, t.about(rule)...), " · "),
	}
	for _, section := range t.catalog.Sections(rule) {
		shown.About += " · " + t.sectionTitle(section)
	}
	for _, example := range []rulesExample{{t.words.passes, text.Passes}, {t.words.fails, text.Fails}} {
		if example.Text != "" {
			shown.Examples = append(shown.Examples, example)
		}
	}
	says := rulesPart{Heading: words.says}
	for _, variant := range slices.Sorted(maps.Keys(text.Messages)) {
		message := text.Messages[variant]
		says.Items = append(says.Items, rulesItem{filled.Replace(message.Message), filled.Replace(message.Action)})
	}
	parts := []rulesPart{says}
	for _, part := range []struct {
		heading string
		texts   map[string]string
	}{{words.cannot, text.NotEvaluated}, {words.asks, text.Manual}} {
		told := rulesPart{Heading: part.heading}
		for _, variant := range slices.Sorted(maps.Keys(part.texts)) {
			told.Items = append(told.Items, rulesItem{Text: filled.Replace(part.texts[variant])})
		}
		parts = append(parts, told)
	}
	for _, part := range parts {
		if len(part.Items) > 0 {
			shown.Parts = append(shown.Parts, part)
		}
	}
	return shown
}
