package lsp

import (
	"context"
	"errors"
	"sync"
	"time"

	"github.com/go-json-experiment/json/jsontext"

	"github.com/plankoll/plankoll/checker"
)

// file is a text that is open in the editor.
type file struct {
	uri     string
	version *int32
	text    string
	ours    bool
	cancel  context.CancelFunc // of the check under way

	lock    sync.Mutex
	remarks []remark // on the text as it is; nil as long as it has not been checked
	voice   voice    // of the remarks
	asked   int      // checks begun: only the last one counts
}

func (s *Server) open(ctx context.Context, opened textDocument) {
	s.close(opened.URI) // which an editor should have done
	d := &file{uri: opened.URI, cancel: func() {}}
	s.documents[opened.URI] = d
	s.show(ctx, d, opened.Version, opened.Text, 0)
}

func (s *Server) change(ctx context.Context, params didChangeParams) error {
	d := s.documents[params.TextDocument.URI]
	if d == nil || len(params.ContentChanges) == 0 {
		return nil
	}
	last := params.ContentChanges[len(params.ContentChanges)-1]
	if last.Range != nil {
		return &failure{invalidParams, "a change tells part of the text, but all of it is asked for"}
	}
	s.show(ctx, d, params.TextDocument.Version, last.Text, s.options.Delay)
	return nil
}

// save checks a text at once if its check is still waiting.
func (s *Server) save(ctx context.Context, uri string) {
	if d := s.documents[uri]; d != nil && d.ours && d.known() == nil {
		s.check(ctx, d, 0)
	}
}

func (s *Server) close(uri string) {
	d := s.documents[uri]
	if d == nil {
		return
	}
	delete(s.documents, uri)
	if d.ours {
		s.forget(d)
	}
}

// show takes in what a document now says.
func (s *Server) show(ctx context.Context, d *file, version *int32, text string, delay time.Duration) {
	wasOurs := d.ours
	d.version, d.text = version, text
	// While it is written a submission is no JSON for most of the time.
	d.ours = isOurs(text, s.profiles) || wasOurs && !jsontext.Value(text).IsValid()
	switch {
	case d.ours:
		s.check(ctx, d, delay)
	case wasOurs:
		s.forget(d)
	}
}

// forget takes back what has been said of a document.
func (s *Server) forget(d *file) {
	d.cancel()
	d.lock.Lock()
	defer d.lock.Unlock()
	d.asked++
	d.remarks = nil
	s.publish(d.uri, nil, nil)
}

// known returns what is known of the text as it is.
func (d *file) known() []remark {
	remarks, _ := d.said()
	return remarks
}

// said returns what is known of the text as it is, and how it is said.
func (d *file) said() ([]remark, voice) {
	d.lock.Lock()
	defer d.lock.Unlock()
	return d.remarks, d.voice
}

// check checks a document and shows what came of it. The check before it, of a
// text that is no more, is ended.
func (s *Server) check(ctx context.Context, d *file, delay time.Duration) {
	d.cancel()
	ctx, d.cancel = context.WithCancel(ctx)
	d.lock.Lock()
	d.asked++
	d.remarks = nil
	number := d.asked
	d.lock.Unlock()
	uri, version, text := d.uri, d.version, d.text
	s.checks.Go(func() {
		if !stands(ctx, delay) || s.slots.Acquire(ctx, 1) != nil {
			return
		}
		defer s.slots.Release(1)
		report, rules := s.options.Check(ctx, pathOf(uri), checker.Submission{Name: uri, Bytes: []byte(text)})
		v := newVoice(rules, s.language)
		remarks := v.remarks(report, uri, text, s.related)

		d.lock.Lock()
		defer d.lock.Unlock()
		if d.asked == number && !errors.Is(ctx.Err(), context.Canceled) {
			d.remarks, d.voice = remarks, v
			s.publish(uri, version, remarks)
		}
	})
}

// stands waits, and tells whether nothing has changed meanwhile.
func stands(ctx context.Context, delay time.Duration) bool {
	if delay == 0 {
		return ctx.Err() == nil
	}
	timer := time.NewTimer(delay)
	defer timer.Stop()
	select {
	case <-ctx.Done():
		return false
	case <-timer.C:
		return true
	}
}

func (s *Server) publish(uri string, version *int32, remarks []remark) {
	diagnostics := make([]diagnostic, len(remarks))
	for i, r := range remarks {
		diagnostics[i] = r.diagnostic
	}
	s.notify("textDocument/publishDiagnostics", publishDiagnosticsParams{uri, version, diagnostics})
}
