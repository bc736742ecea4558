// Package lsp shows the findings of a checker in an editor, while a submission is
// written. It speaks the Language Server Protocol.
package lsp

import (
	"context"
	"errors"
	"io"
	"iter"
	"runtime"
	"sync"
	"time"

	"github.com/go-json-experiment/json"
	"github.com/go-json-experiment/json/jsontext"
	"golang.org/x/sync/semaphore"

	"github.com/plankoll/plankoll/checker"
	"github.com/plankoll/plankoll/checker/catalog"
	"github.com/plankoll/plankoll/checker/report"
)

// Options says how to serve.
type Options struct {
	Language catalog.Language
	Delay    time.Duration // how long a text has to stand still to be checked

	// Check checks what is written in a file by what holds where it lies, and tells
	// which rules those are. The path is empty where the text is no file of this
	// machine. Several may be checked at once.
	Check func(ctx context.Context, path string, submission checker.Submission) (*report.Report, *catalog.Catalog)
}

// Server serves one editor.
type Server struct {
	voice
	options  Options
	profiles []string

	state     state
	related   bool // the editor shows what a diagnostic is related to
	versioned bool // it takes edits for a version of a text

	documents map[string]*file // that are open, by URI
	checks    sync.WaitGroup
	slots     *semaphore.Weighted // how many checks run at once

	writing sync.Mutex
	out     io.Writer
}

// state is how far the conversation has come.
type state int

const (
	beforeInitialize state = iota
	initialized
	afterShutdown
)

// New returns a server. A server serves once. The checker knows which files are
// submissions, and checks them unless the options say otherwise.
func New(c *checker.Checker, options Options) *Server {
	if options.Check == nil {
		options.Check = func(ctx context.Context, _ string, submission checker.Submission) (*report.Report, *catalog.Catalog) {
			return c.Check(ctx, submission, checker.Options{}), c.Catalog()
		}
	}
	return &Server{
		voice:   newVoice(c.Catalog(), options.Language),
		options: options, profiles: c.Profiles(),
		documents: map[string]*file{},
		slots:     semaphore.NewWeighted(int64(runtime.GOMAXPROCS(0))),
	}
}

// ErrNoShutdown is returned if an editor ends the conversation unasked.
var ErrNoShutdown = errors.New("the editor has ended without a shutdown request")

// Serve reads messages and answers them until it is told to exit, or nothing comes
// any more.
func (s *Server) Serve(ctx context.Context, in io.Reader, out io.Writer) error {
	ctx, cancel := context.WithCancel(ctx)
	defer s.checks.Wait()
	defer cancel()
	s.out = out
	for received := range receive(ctx, in) {
		switch {
		case errors.Is(received.err, errLost):
			s.lose(nil, &failure{invalidRequest, received.err.Error()})
			continue
		case received.err != nil:
			return ErrNoShutdown
		}
		m, err := readMessage(received.text)
		switch {
		case err != nil:
			s.lose(m.ID, err)
		case m.Method == "exit":
			if s.state != afterShutdown {
				return ErrNoShutdown
			}
			return nil
		case m.isRequest():
			s.answer(m)
		case m.Method != "" && s.state == initialized:
			if err := s.take(ctx, m); err != nil {
				s.tell(s.words.lost + " " + err.Error())
			}
		}
	}
	return ErrNoShutdown
}

// received is what came of reading a message.
type received struct {
	text []byte
	err  error
}

// receive reads messages until there are no more or the context ends, which a read
// under way does not notice.
func receive(ctx context.Context, in io.Reader) iter.Seq[received] {
	messages := make(chan received)
	go func() {
		defer close(messages)
		frames := newFrames(in)
		for {
			text, err := frames.next()
			select {
			case messages <- received{text, err}:
			case <-ctx.Done():
				return
			}
			if err != nil && !errors.Is(err, errLost) {
				return
			}
		}
	}()
	return func(yield func(received) bool) {
		for {
			select {
			case m, ok := <-messages:
				if !ok || !yield(m) {
					return
				}
			case <-ctx.Done():
				return
			}
		}
	}
}

// lose answers a message that could not be read. It may have been a change, and
// then what the editor shows is out of date, which a person has to know.
func (s *Server) lose(id jsontext.Value, err error) {
	if id.Kind() != jsontext.KindString && id.Kind() != jsontext.KindNumber {
		id = null
	}
	var f *failure
	errors.As(err, &f)
	s.write(message{ID: id, Error: f})
	s.tell(s.words.lost + " " + err.Error())
}

// tell shows a person an error.
func (s *Server) tell(text string) {
	s.notify("window/showMessage", showMessageParams{messageError, text})
}

// answer answers a request.
func (s *Server) answer(m message) {
	result, err := s.result(m)
	if err != nil {
		var f *failure
		errors.As(err, &f)
		s.write(message{ID: m.ID, Error: f})
		return
	}
	s.write(message{ID: m.ID, Result: encode(result)})
}

func (s *Server) result(m message) (any, error) {
	switch {
	case s.state == beforeInitialize && m.Method != "initialize":
		return nil, &failure{notInitialized, "initialize comes first"}
	case s.state == afterShutdown:
		return nil, &failure{invalidRequest, "after shutdown only exit is expected"}
	}
	switch m.Method {
	case "initialize":
		if s.state != beforeInitialize {
			return nil, &failure{invalidRequest, "initialize comes once"}
		}
		var params initializeParams
		if err := m.read(&params); err != nil {
			return nil, err
		}
		return s.initialize(params), nil
	case "shutdown":
		s.state = afterShutdown
		for _, d := range s.documents {
			d.cancel()
		}
		return nil, nil
	case "textDocument/hover":
		var params hoverParams
		if err := m.read(&params); err != nil {
			return nil, err
		}
		return s.hover(params), nil
	case "textDocument/codeAction":
		var params codeActionParams
		if err := m.read(&params); err != nil {
			return nil, err
		}
		return s.codeActions(params), nil
	}
	return nil, &failure{methodNotFound, "there is no method " + m.Method}
}

func (s *Server) initialize(params initializeParams) initializeResult {
	s.state = initialized
	s.related = params.Capabilities.TextDocument.PublishDiagnostics.RelatedInformation
	s.versioned = params.Capabilities.Workspace.WorkspaceEdit.DocumentChanges
	return initializeResult{
		Capabilities: serverCapabilities{
			PositionEncoding: "utf-16",
			TextDocumentSync: textDocumentSync{OpenClose: true, Change: syncFull, Save: true},
			Hover:            true,
			CodeAction:       codeActionOptions{[]string{quickFix}},
		},
		ServerInfo: serverInfo{"plankoll", checker.Version},
	}
}

// take takes in a notification. Those that are not known mean nothing here.
func (s *Server) take(ctx context.Context, m message) error {
	switch m.Method {
	case "textDocument/didOpen":
		var params didOpenParams
		if err := m.read(&params); err != nil {
			return err
		}
		s.open(ctx, params.TextDocument)
	case "textDocument/didChange":
		var params didChangeParams
		if err := m.read(&params); err != nil {
			return err
		}
		return s.change(ctx, params)
	case "textDocument/didSave":
		var params documentParams
		if err := m.read(&params); err != nil {
			return err
		}
		s.save(ctx, params.TextDocument.URI)
	case "textDocument/didClose":
		var params documentParams
		if err := m.read(&params); err != nil {
			return err
		}
		s.close(params.TextDocument.URI)
	}
	return nil
}

func (s *Server) notify(method string, params any) {
	s.write(message{Method: method, Params: encode(params)})
}

// write sends a message. An editor that no longer listens has ended, and then
// nothing more comes from it either.
func (s *Server) write(m message) {
	m.Version = "2.0"
	text := encode(m)
	s.writing.Lock()
	defer s.writing.Unlock()
	_ = writeFrame(s.out, text)
}

// encode writes a value of the protocol, all of which can be written.
func encode(value any) []byte {
	text, err := json.Marshal(value, json.Deterministic(true), jsontext.AllowInvalidUTF8(true))
	if err != nil {
		panic(err)
	}
	return text
}
