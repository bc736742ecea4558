package audit

import (
	"context"
	"fmt"
	"slices"

	"golang.org/x/sync/errgroup"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/report"
)

// task is a submission on its way.
type task struct {
	item  Item
	place int // among those of its role, from 1
	entry journalEntry
	known bool // it had been checked before
	done  chan struct{}
	err   error
}

// examine checks submissions side by side and notes them in the journal in the order
// in which they came. No more than a few wait for each other.
func (a *audit) examine(ctx context.Context, role Role, items Submissions, decides string, journal *journal) error {
	jobs := max(1, a.options.Jobs)
	work := make(chan *task)
	inOrder := make(chan *task, 2*jobs)
	going, stop := context.WithCancel(ctx)
	defer stop()
	var group errgroup.Group
	group.Go(func() error {
		defer close(inOrder)
		defer close(work)
		place := 0
		for item := range items {
			if going.Err() != nil {
				break
			}
			place++
			t := &task{item: item, place: place, done: make(chan struct{})}
			work <- t
			inOrder <- t
		}
		return nil
	})
	for range jobs {
		group.Go(func() error {
			for t := range work {
				t.entry, t.known, t.err = a.one(ctx, role, t.place, t.item, decides)
				close(t.done)
			}
			return nil
		})
	}
	group.Go(func() error {
		progress := Progress{}
		var failed error
		for t := range inOrder {
			<-t.done
			if failed == nil {
				failed = t.err
			}
			if failed != nil {
				stop()
				continue // until those that are under way are done
			}
			if t.entry.Key == "" {
				continue // broken off
			}
			a.count[role]++
			t.entry.Role, t.entry.Number = role, a.count[role]
			if role == Previous {
				t.entry.Number += a.count[Current]
			}
			failed = journal.add(t.entry)
			progress.Done++
			if t.known {
				progress.Known++
			}
			if a.options.Progress != nil && role == Current {
				a.options.Progress(progress)
			}
		}
		return failed
	})
	return group.Wait()
}

// one checks a submission, unless that has been done. The entry is empty if the
// context has ended.
func (a *audit) one(ctx context.Context, role Role, place int, item Item, decides string) (entry journalEntry, known bool, err error) {
	entry.Name = item.Name
	shown := a.options.Page != nil && role == Current
	measured := a.measures(role, place)
	data, unreadable := item.Read()
	if unreadable == nil {
		entry.Key = keyOf(decides, digestOf(data))
		if a.kept.hasResult(entry.Key) && (!shown || a.kept.has(a.pageKey(entry))) && (!measured || a.kept.has(workKey(entry.Key))) {
			return entry, true, nil
		}
	}
	c, err := a.rules()
	if err != nil {
		return entry, false, err
	}
	var r *report.Report
	if unreadable != nil {
		r = c.Unreadable(item.Name, unreadable)
	} else {
		r = a.check(ctx, c, checker.Submission{Name: item.Name, Bytes: data})
	}
	if ctx.Err() != nil {
		return journalEntry{}, false, nil
	}
	// What could not be made this time may be made the next.
	if slices.ContainsFunc(r.Findings, func(f report.Finding) bool { return f.Stage == report.Engine }) {
		entry.Own, entry.Key = true, keyOf(item.Name, decides)
	}
	if measured && !entry.Own {
		work := a.options.Measure(ctx, c, checker.Submission{Name: item.Name, Bytes: data}, a.options.Check)
		if ctx.Err() == nil { // it was not broken off
			if err := a.kept.put(workKey(entry.Key), work); err != nil {
				return entry, false, err
			}
		}
	}
	if shown {
		page, err := a.options.Page(c, r)
		if err == nil {
			err = a.storeOf(entry).putPage(a.pageKey(entry), page)
		}
		if err != nil {
			return entry, false, err
		}
	}
	return entry, false, a.storeOf(entry).putResult(entry.Key, r)
}

// check makes the report on one submission. Whatever breaks is a finding of that
// submission, and the audit goes on.
func (a *audit) check(ctx context.Context, c *checker.Checker, submission checker.Submission) (r *report.Report) {
	defer func() {
		if cause := recover(); cause != nil {
			r = c.NotMade(
				fmt.Sprintf("Kontrollen av %s avbröts av ett fel i plankoll: %v", submission.Name, cause),
				fmt.Sprintf("The check of %s broke off because of an error in plankoll: %v", submission.Name, cause))
		}
	}()
	if a.options.Timeout > 0 {
		var cancel context.CancelFunc
		ctx, cancel = context.WithTimeout(ctx, a.options.Timeout)
		defer cancel()
	}
	return c.Check(ctx, submission, a.options.Check)
}
