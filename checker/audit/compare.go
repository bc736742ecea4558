package audit

import (
	"bufio"
	"bytes"
	"context"
	"crypto/sha256"
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

// kept is a fact between the submission that it is from and the rules that see it.
type kept struct {
	N     int             `json:"n"`
	Kind  string          `json:"kind"`
	Value json.RawMessage `json:"value"`
	About json.RawMessage `json:"about,omitempty"`
	From  Source          `json:"from"`

	place report.Place
}

// line is what a submission knows of a group, as it is sorted: by the group, and by the
// order in which the submissions came.
type line struct {
	Group string          `json:"g"`
	Key   json.RawMessage `json:"k"`
	From  Source          `json:"f"`
	Facts []known         `json:"s"`
}

type known struct {
	Kind  string          `json:"i"`
	Place report.Place    `json:"p"`
	Value json.RawMessage `json:"v"`
	About json.RawMessage `json:"a,omitempty"`
}

// compare brings the facts together and asks the rules across submissions. What they
// say is written to a file, in the order of the submissions that it is said of.
func (a *audit) compare(ctx context.Context, result *Result) error {
	key, err := a.comparedKey(result.Interrupted)
	if err != nil {
		return err
	}
	var before compared
	if key != "" && a.kept.get(key, &before) == nil {
		if result.catalog, err = a.options.Catalog(); err != nil {
			return err
		}
		result.Totals = before.Totals
		return os.WriteFile(result.file("said"), before.Said, 0o600)
	}
	c, err := a.rules()
	if err != nil {
		return err
	}
	result.catalog = c.Catalog()
	if err := a.compareAnew(ctx, c, result); err != nil {
		return err
	}
	result.trim()
	if key == "" || len(result.Broken) > 0 {
		return nil
	}
	now := compared{Totals: result.Totals}
	if info, err := os.Stat(result.file("said")); err != nil || info.Size() > largestCompared {
		return err
	}
	if now.Said, err = os.ReadFile(result.file("said")); err != nil {
		return err
	}
	return a.kept.put(key, now)
}

// compared is what came of a comparison, to be known again where nothing has changed.
type compared struct {
	Totals []Total
	Said   []byte
}

// largestCompared is how many bytes of findings are kept.
const largestCompared = 16 << 20

// comparedKey names a comparison by all that decides it. It is empty if something must
// not be kept: what could not be made this time may be made the next.
func (a *audit) comparedKey(interrupted bool) (string, error) {
	hash := sha256.New()
	transient := a.options.Cache == ""
	err := eachLine(filepath.Join(a.dir, "journal"), func(entry journalEntry) error {
		transient = transient || entry.Own
		return json.NewEncoder(hash).Encode(entry)
	})
	if err != nil || transient {
		return "", err
	}
	register := ""
	if a.register != nil {
		register = string(a.register.raw)
	}
	return keyOf("compared", a.options.RulesDigest, register, fmt.Sprint(interrupted), fmt.Sprintf("%x", hash.Sum(nil))), nil
}

func (a *audit) compareAnew(ctx context.Context, c *checker.Checker, result *Result) error {
	facts := filepath.Join(a.dir, "facts")
	if err := a.sortFacts(ctx, c, facts); err != nil {
		return fmt.Errorf("bringing the facts together: %w", err)
	}
	out, err := os.Create(filepath.Join(a.dir, "said"))
	if err != nil {
		return err
	}
	defer out.Close()
	buffered := bufio.NewWriter(out)
	j := &judge{audit: a, checker: c, result: result, kinds: c.Groups(),
		has: map[string]bool{"register": result.HasRegister, "previous": result.HasPrevious}}
	said, err := newSorter(a.dir)
	if err != nil {
		return err
	}
	defer said.close()
	if err := j.groups(ctx, facts, said.put); err != nil {
		return err
	}
	if err := said.each(ctx, func(line []byte) error {
		_, finding, _ := bytes.Cut(line, []byte{0})
		_, _ = buffered.Write(finding) // an error stays with the writer
		return buffered.WriteByte('\n')
	}); err != nil {
		return err
	}
	return errors.Join(buffered.Flush(), os.Remove(facts))
}

// sortFacts writes the facts of all submissions and of the register, group by group.
func (a *audit) sortFacts(ctx context.Context, c *checker.Checker, name string) error {
	sorter, err := newSorter(a.dir)
	if err != nil {
		return err
	}
	defer sorter.close()
	if err := a.gatherFacts(ctx, c, sorter.put); err != nil {
		return err
	}
	file, err := os.Create(name)
	if err != nil {
		return err
	}
	defer file.Close()
	out := bufio.NewWriterSize(file, 1<<16)
	if err := sorter.each(ctx, func(line []byte) error {
		_, _ = out.Write(line[bytes.LastIndexByte(line, 0)+1:]) // an error stays with the writer
		return out.WriteByte('\n')
	}); err != nil {
		return err
	}
	return out.Flush()
}

// gatherFacts puts the facts of all submissions and of the register, each line with what
// it is sorted by before it.
func (a *audit) gatherFacts(ctx context.Context, c *checker.Checker, put func([]byte) error) error {
	kinds := c.Groups()
	send := func(from Source, facts []report.Fact) error {
		for _, l := range linesOf(from, facts) {
			if from.Role == Previous && !kinds[l.Group].Previous {
				continue
			}
			text, err := json.Marshal(l)
			if err != nil {
				return err
			}
			if err := put(fmt.Appendf(nil, "%s\x00%s\x00%08d\x00%s", l.Group, l.Key, from.Number, text)); err != nil {
				return err
			}
		}
		return nil
	}
	if a.register != nil {
		facts, err := a.register.facts(ctx, c)
		if err != nil {
			return err
		}
		if err := send(Source{Role: Registered, Year: a.register.ReportYear}, facts); err != nil {
			return err
		}
	}
	return eachLine(filepath.Join(a.dir, "journal"), func(entry journalEntry) error {
		var of factsOf
		if err := a.storeOf(entry).get(factsKey(entry.Key), &of); err != nil {
			return err
		}
		if of.Facts == nil && entry.Role == Current {
			a.unread++
		}
		return send(Source{
			Role: entry.Role, Number: entry.Number, Name: entry.Name,
			Supplier: of.Supplier, SupplierName: of.SupplierName, Year: of.Year, Whole: of.Whole,
		}, of.Facts)
	})
}

// linesOf are the facts of a submission, those of a group together and in their order.
func linesOf(from Source, facts []report.Fact) []*line {
	var lines []*line
	of := map[string]*line{}
	for _, f := range facts {
		name := f.Group + "\x00" + string(f.Key)
		if of[name] == nil {
			of[name] = &line{Group: f.Group, Key: f.Key, From: from}
			lines = append(lines, of[name])
		}
		of[name].Facts = append(of[name].Facts, known{f.Kind, f.Place, f.Value, f.About})
	}
	return lines
}

func sourceOf(entry journalEntry, r *report.Report) Source {
	return Source{
		Role: entry.Role, Number: entry.Number, Name: entry.Name,
		Supplier: r.Supplier, SupplierName: r.SupplierName, Year: r.ReportYear, Whole: r.Whole,
	}
}

// judge asks the rules of one group after the other.
type judge struct {
	audit   *audit
	checker *checker.Checker
	result  *Result
	kinds   map[string]checker.GroupKind
	has     map[string]bool // register, previous
}

const (
	partOfGroup  = 500    // facts that are judged at a time
	largestGroup = 20_000 // facts that are judged together, where all must be
	notInPart    = -1     // number of the first fact in the later parts of a group
)

// groups goes through the sorted facts twice, once ahead to know what a group amounts
// to and once to have the rules judge it.
func (j *judge) groups(ctx context.Context, name string, put func([]byte) error) error {
	behind, err := os.Open(name)
	if err != nil {
		return err
	}
	defer behind.Close()
	next := bufio.NewReaderSize(behind, 1<<16)
	var asked errgroup.Group
	asked.SetLimit(max(1, j.audit.options.Jobs))
	judged := func(s *summary) error {
		facts := make([]kept, 0, min(s.Count, partOfGroup))
		var first *kept
		n := 0
		for range s.sources {
			text, err := next.ReadBytes('\n')
			if err != nil {
				return err
			}
			if s.idle(j.kinds[s.group], j.has) {
				continue
			}
			var l line
			if err := json.Unmarshal(text, &l); err != nil {
				return err
			}
			for _, f := range l.Facts {
				fact := kept{n, f.Kind, f.Value, f.About, l.From, f.Place}
				if first == nil {
					first = &fact
				}
				n++
				facts = append(facts, fact)
				whole := j.kinds[s.group].Whole
				if full := len(facts) == partOfGroup && !whole; full || n == s.Count {
					part, leader := facts, *first
					facts = nil
					if n > len(part) {
						leader.N = notInPart
					}
					asked.Go(func() error { return j.ask(ctx, s, leader, part, put) })
				}
			}
		}
		return nil
	}
	var now *summary
	err = eachLine(name, func(l line) error {
		if now != nil && (now.group != l.Group || !bytes.Equal(now.key, l.Key)) {
			if err := j.end(now, judged); err != nil {
				return err
			}
			now = nil
		}
		if now == nil {
			now = newSummary(l.Group, l.Key)
		}
		now.add(l)
		return nil
	})
	if err == nil && now != nil {
		err = j.end(now, judged)
	}
	if waited := asked.Wait(); err == nil {
		err = waited
	}
	return err
}

func (j *judge) end(s *summary, judged func(*summary) error) error {
	s.finish()
	if j.kinds[s.group].Totals {
		j.result.total(s)
	}
	if j.kinds[s.group].Whole && s.Count > largestGroup {
		j.result.broke("engine/group-too-large", map[string]any{"group": s.group, "count": s.Count, "limit": largestGroup})
		s.skip = true
	}
	return judged(s)
}

// ask has the rules judge facts of one group, and puts what they say in the order of
// the submissions that it is said of.
func (j *judge) ask(ctx context.Context, s *summary, first kept, facts []kept, put func([]byte) error) error {
	for i := range facts {
		facts[i].N = i
	}
	input, err := json.Marshal(map[string]any{
		"group": s.group, "key": s.key, "unread": j.audit.unread, "interrupted": j.result.Interrupted, "first": first, "facts": facts, "summary": s,
		"has": j.has,
	})
	if err != nil {
		return err
	}
	said, err := j.checker.Across(ctx, input)
	if err != nil {
		return err
	}
	for id, cause := range said.Broken {
		j.result.broke("engine/rule-broken", map[string]any{"rule": id, "cause": cause.Error()})
	}
	for _, list := range []struct {
		remarks   []checker.SaidAcross
		notJudged bool
	}{{said.Findings, false}, {said.NotEvaluated, true}} {
		for _, remark := range list.remarks {
			finding, err := j.finding(remark, first, facts)
			if err != nil {
				j.result.broke("engine/rule-broken", map[string]any{"rule": remark.Rule, "cause": err.Error()})
				continue
			}
			if finding == nil {
				continue // the rule lacks what it needs, which is said once for all
			}
			finding.NotJudged = list.notJudged
			text, err := json.Marshal(finding)
			if err != nil {
				return err
			}
			at := fmt.Sprintf("%08d\x01%s\x01%08d\x01%s\x00", finding.On.Number, finding.Rule, finding.Place.Start.Offset, finding.Place.Pointer)
			if err := put(append([]byte(at), text...)); err != nil {
				return err
			}
		}
	}
	return nil
}

// finding is what a rule says, with the submissions that it says it of. It is nil if
// the rule lacks what it needs.
func (j *judge) finding(said checker.SaidAcross, first kept, facts []kept) (*Finding, error) {
	rule, on := j.checker.Catalog().Rule(said.Rule), said.On
	if rule == nil {
		return nil, fmt.Errorf("there is no rule %q", said.Rule)
	}
	if !j.result.asked(rule) {
		return nil, nil
	}
	if on < 0 || on >= len(facts) {
		return nil, fmt.Errorf("there is no fact %d", on)
	}
	f := &Finding{On: facts[on].From, Finding: report.Finding{
		Rule: rule.ID, Stage: report.Audit, Severity: j.severity(rule.ID, rule.Severity), Variant: said.Variant, Values: said.Values,
		Place: facts[on].place, Requirements: rule.Requirements, Status: report.Open,
		Section: j.checker.Catalog().Form().Section(facts[on].place.Pointer),
	}}
	for _, n := range said.Beside {
		if n == notInPart {
			f.Beside = append(f.Beside, Elsewhere{first.From, first.place})
			continue
		}
		if n < 0 || n >= len(facts) {
			return nil, fmt.Errorf("there is no fact %d", n)
		}
		f.Beside = append(f.Beside, Elsewhere{facts[n].From, facts[n].place})
	}
	f.Fingerprint = report.Fingerprint(f.Finding, "", map[string]any{"supplier": f.On.Supplier})
	return f, nil
}

// severity is what whoever audits gives a rule, or its own.
func (j *judge) severity(id string, own report.Severity) report.Severity {
	if w, ours := j.audit.options.Check.Weighings[id]; ours && !w.Off() {
		return w.Severity
	}
	return own
}

func compareFindings(a, b Finding) int {
	return slices.Compare([]int{a.On.Number, a.Place.Start.Offset}, []int{b.On.Number, b.Place.Start.Offset})
}
