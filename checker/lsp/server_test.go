package lsp

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"time"

	"github.com/go-json-experiment/json"
)

// conversation is a server with what it is told and what it says.
type conversation struct {
	t    *testing.T
	in   *io.PipeWriter
	out  frames
	done chan error
}

func converse(t *testing.T, ctx context.Context, delay time.Duration) conversation {
	t.Helper()
	fromEditor, in := io.Pipe()
	out, toEditor := io.Pipe()
	c := conversation{t: t, in: in, out: frames{bufio.NewReader(out)}, done: make(chan error, 1)}
	s := newServer()
	s.options.Delay = delay
	go func() {
		c.done <- s.Serve(ctx, fromEditor, toEditor)
		toEditor.Close()
	}()
	c.send(`{"jsonrpc": "2.0", "id": 1, "method": "initialize", "params": {}}`)
	if _, err := c.out.next(); err != nil {
		t.Fatal(err)
	}
	return c
}

func (c conversation) send(text string) {
	c.t.Helper()
	if err := writeFrame(c.in, []byte(text)); err != nil {
		c.t.Fatal(err)
	}
}

func (c conversation) tell(method, document, more string) {
	c.t.Helper()
	c.send(fmt.Sprintf(`{"jsonrpc": "2.0", "method": "textDocument/%s", "params": {"textDocument": {"uri": "x", %s}%s}}`, method, document, more))
}

func (c conversation) published() (version int32, diagnostics int) {
	c.t.Helper()
	text, err := c.out.next()
	if err != nil {
		c.t.Fatal(err)
	}
	var got struct {
		Params publishDiagnosticsParams `json:"params"`
	}
	if err := json.Unmarshal(text, &got); err != nil {
		c.t.Fatal(err)
	}
	if got.Params.Version != nil {
		version = *got.Params.Version
	}
	return version, len(got.Params.Diagnostics)
}

const ours = `{\"profile\": \"goteborg-2024\"`

// A text that changes is checked when it stands still, or at once when it is saved.
func TestAChangeWaitsAndASaveDoesNot(t *testing.T) {
	c := converse(t, t.Context(), time.Hour)
	c.tell("didOpen", `"version": 1, "text": "`+ours+`}"`, "")
	if version, diagnostics := c.published(); version != 1 || diagnostics < 2 {
		t.Errorf("version %d, %d diagnostics", version, diagnostics)
	}
	c.tell("didChange", `"version": 2`, `, "contentChanges": [{"text": "`+ours+`]"}]`)
	c.tell("didChange", `"version": 3`, `, "contentChanges": [{"text": "`+ours+`"}]`)
	c.tell("didSave", `"version": 3`, "")
	if version, diagnostics := c.published(); version != 3 || diagnostics != 1 {
		t.Errorf("version %d, %d diagnostics", version, diagnostics)
	}
	c.tell("didChange", `"version": 4`, `, "contentChanges": [{"text": "`+ours+`"}]`)
	c.tell("didClose", `"version": 4`, "")
	if version, diagnostics := c.published(); version != 0 || diagnostics != 0 {
		t.Errorf("after it is closed: version %d, %d diagnostics", version, diagnostics)
	}
	c.send(`{"jsonrpc": "2.0", "id": 2, "method": "shutdown"}`)
	if _, err := c.out.next(); err != nil {
		t.Error(err)
	}
	c.send(`{"jsonrpc": "2.0", "method": "exit"}`)
	if err := <-c.done; err != nil {
		t.Error(err)
	}
}

// The end does not wait for what is under way, whether it is told of or not.
func TestTheEndComesAtOnce(t *testing.T) {
	for name, end := range map[string]func(conversation, context.CancelFunc){
		"stopped":          func(_ conversation, cancel context.CancelFunc) { cancel() },
		"nothing comes":    func(c conversation, _ context.CancelFunc) { c.in.Close() },
		"exit by surprise": func(c conversation, _ context.CancelFunc) { c.send(`{"jsonrpc": "2.0", "method": "exit"}`) },
	} {
		ctx, cancel := context.WithCancel(t.Context())
		c := converse(t, ctx, time.Hour)
		c.tell("didOpen", `"version": 1, "text": "{}"`, "")
		c.tell("didChange", `"version": 2`, `, "contentChanges": [{"text": "`+ours+`"}]`)
		end(c, cancel)
		if err := <-c.done; !errors.Is(err, ErrNoShutdown) {
			t.Errorf("%s: %v", name, err)
		}
		cancel()
	}
}

// Where nothing is remarked a field is explained.
func TestFieldsAreExplained(t *testing.T) {
	s := newServer()
	s.documents["x"] = &file{ours: true, text: `{"submittedOn": "2023-03-31", "profile": "x", "supplier": {"services": [ {} ]}, "no": 1}`}
	for at, want := range map[string]string{
		`"submittedOn"`: "**Submission date**",
		`"2023`:         "**Submission date**",
		`"x"`:           "**Template profile**\n\nWhich template",
		`{}`:            "",
		`"no"`:          "",
		`1}`:            "",
	} {
		got := ""
		if h := s.hover(hoverParams{textDocument{URI: "x"}, position{0, strings.Index(s.documents["x"].text, at)}}); h != nil {
			got = h.Contents.Value
		}
		if want == "" && got != "" || !strings.HasPrefix(got, want) {
			t.Errorf("at %s: %q", at, got)
		}
	}
	s.documents["x"] = &file{text: s.documents["x"].text}
	if h := s.hover(hoverParams{TextDocument: textDocument{URI: "x"}, Position: position{0, 3}}); h != nil {
		t.Errorf("of another file is said %+v", h)
	}
}
