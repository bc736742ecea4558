package publish

import (
	"cmp"
	"fmt"
	"path/filepath"
	"slices"
	"strings"

	"github.com/plankoll/plankoll/checker/audit"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/format"
	"github.com/plankoll/plankoll/checker/report"
)

// How much a letter spells out: it is to be one page.
const (
	errorsInLetter = 12
	linesInLetter  = 12 // of each error
)

// letters writes a letter to each supplier, in Swedish: what to mend, ready to be pasted
// into a mail.
type letters struct {
	texts
	files *numbered
}

func newLetters(folder string, result *audit.Result, options Options) (letters, error) {
	files, err := newNumbered(filepath.Join(folder, "letters"))
	return letters{newTexts(result, Options{Language: catalog.Swedish, Reports: options.Reports}), files}, err
}

func (l letters) submission(e audit.Entry) error {
	return l.files.write(fileName(e.Source)+".txt", []byte(l.letter(e)))
}

// reminders are the letters to those that have not handed in.
func (l letters) reminders(o *Overview) error {
	for i, f := range o.Register {
		if !isMissing(f) {
			continue
		}
		if err := l.files.write(fmt.Sprintf("0000-saknas-%d.txt", i+1), []byte(l.reminder(f))); err != nil {
			return err
		}
	}
	return nil
}

const closing = "\nHör gärna av er om något är oklart.\n\nVänliga hälsningar\nSamordningen för digital utveckling\n"

func (l letters) reminder(f audit.Finding) string {
	message, _ := l.wording.Finding(f.Finding)
	return "Ämne: Er årliga analys saknas\n\nHej!\n\n" + wrapped(message) +
		"\nSkicka in planen så snart ni kan, eller berätta för oss när den kommer. Är den redan\ninlämnad, svara gärna med när och hur.\n" + closing
}

func (l letters) letter(e audit.Entry) string {
	var out strings.Builder
	year := ""
	if e.Year != 0 {
		year = fmt.Sprintf(" %d", e.Year)
	}
	fmt.Fprintf(&out, "Ämne: Granskning av er årliga analys%s\n\nHej!\n\n", year)
	fmt.Fprintf(&out, "Vi har granskat %s från %s.\n", format.Printable(filepath.Base(e.Name)), format.Printable(row{Source: e.Source}.called()))
	var wrong, warned []report.Finding
	for _, f := range e.Report.Findings {
		switch {
		case f.Status == report.Waived:
		case f.Severity == report.Error:
			wrong = append(wrong, f)
		case f.Severity == report.Warning:
			warned = append(warned, f)
		}
	}
	out.WriteString(wrapped(format.Verdict(e.Report.Verdict, catalog.Swedish)))
	// What has become of a waiver is for whoever gave it.
	across := slices.DeleteFunc(open(e.Across), func(f audit.Finding) bool { return f.Stage != report.Audit })
	if len(wrong)+len(warned)+len(across) == 0 {
		if e.Report.Verdict == report.Undecided {
			// What could not be judged is no pass, and no reason for praise.
			out.WriteString("\nTack för planen. Vi hittade inget att rätta i det som gick att pröva, men vi kan inte\nsäga att planen är klar.\n")
		} else {
			out.WriteString("\nTack för en väl genomarbetad plan. Ni behöver inte göra något mer nu.\n")
		}
		return out.String() + l.notJudged(e) + closing
	}
	if len(wrong) > 0 {
		out.WriteString("\nDet här behöver rättas innan planen kan lämnas in:\n")
		items := l.items(wrong)
		for i, item := range items {
			if i == errorsInLetter {
				fmt.Fprintf(&out, "\n- … och %d slags fel till. %s\n", len(items)-i, l.further())
				break
			}
			out.WriteString(item)
		}
	}
	if len(across) > 0 {
		out.WriteString("\nDet här stämmer inte med andra planer, med registret eller med förra årets plan:\n")
		slices.SortStableFunc(across, func(a, b audit.Finding) int { return cmp.Compare(b.Severity.Weight(), a.Severity.Weight()) })
		for i, f := range across {
			if i == errorsInLetter {
				fmt.Fprintf(&out, "\n- … och %d till. Fråga oss om dem.\n", len(across)-i)
				break
			}
			// What to do is said to whoever coordinates, not to the supplier.
			message, _ := l.wording.Finding(f.Finding)
			out.WriteString(bullet(message + lines([]report.Finding{f.Finding})))
		}
	}
	if len(warned) > 0 {
		out.WriteString("\nSe också över de här kraven, som inte verkar vara uppfyllda överallt. Det hindrar inte\natt planen lämnas in:\n\n")
		counts := map[string]int{}
		var order []string
		for _, f := range warned {
			if counts[f.Rule] == 0 {
				order = append(order, f.Rule)
			}
			counts[f.Rule]++
		}
		slices.SortStableFunc(order, func(a, b string) int { return cmp.Compare(counts[b], counts[a]) })
		for _, id := range order {
			places := "ett ställe"
			if counts[id] > 1 {
				places = fmt.Sprintf("%d ställen", counts[id])
			}
			fmt.Fprintf(&out, "- %s (%s)\n", format.Printable(l.wording.Title(id)), places)
		}
	}
	out.WriteString(l.notJudged(e))
	if l.options.Reports {
		out.WriteString("\nI den bifogade rapporten står det var varje fel finns.")
	}
	out.WriteString("\nKontrollera gärna planen själva med plankoll innan ni lämnar in den igen.\n")
	return out.String() + closing
}

// further says where the rest is: there is only something to enclose if it was written.
func (l letters) further() string {
	if l.options.Reports {
		return "De står i den bifogade rapporten."
	}
	return "Fråga oss om dem."
}

func (l letters) notJudged(e audit.Entry) string {
	if e.Report.Summary.NotEvaluated == 0 {
		return ""
	}
	return fmt.Sprintf("\n%s kunde inte prövas, oftast för att något annat saknas.\n", counted(e.Report.Summary.NotEvaluated, "En punkt", "%d punkter"))
}

// items are the things to mend, each with all the places where it is said in the same
// words.
func (l letters) items(findings []report.Finding) []string {
	said := map[string][]report.Finding{}
	var order []string
	for _, f := range findings {
		message, action := l.wording.Finding(f)
		text := message + "\x00" + action
		if said[text] == nil {
			order = append(order, text)
		}
		said[text] = append(said[text], f)
	}
	for i, text := range order {
		message, action, _ := strings.Cut(text, "\x00")
		order[i] = bullet(message+lines(said[text])) + indented("Gör så här: "+action)
	}
	return order
}

// lines says on which lines findings stand.
func lines(findings []report.Finding) string {
	var numbers []string
	for _, f := range findings {
		if f.Place.Start.Line > 0 {
			numbers = append(numbers, fmt.Sprint(f.Place.Start.Line))
		}
	}
	if len(numbers) == 0 {
		return ""
	}
	further := ""
	if more := len(numbers) - linesInLetter; more > 0 {
		numbers, further = numbers[:linesInLetter], fmt.Sprintf(" och %d till", more)
	}
	return fmt.Sprintf(" (rad %s%s)", strings.Join(numbers, ", "), further)
}

func bullet(text string) string {
	return "\n- " + strings.Join(format.Wrap(text, 84), "\n  ") + "\n"
}

func indented(text string) string {
	return "  " + strings.Join(format.Wrap(text, 84), "\n  ") + "\n"
}

func counted(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return fmt.Sprintf(many, n)
}

func wrapped(text string) string { return strings.Join(format.Wrap(text, 86), "\n") + "\n" }
