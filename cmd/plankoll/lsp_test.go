package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"io"
	"net/textproto"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"
	"unicode/utf16"
)

// editor is the other end of a conversation with the real program.
type editor struct {
	t    *testing.T
	cmd  *exec.Cmd
	in   io.WriteCloser
	out  *bufio.Reader
	asks int
	told []notice // that nobody has asked for yet
}

// answer is what came back for a request.
type answer struct {
	ID     json.RawMessage
	Result json.RawMessage
	Error  struct{ Code int }
}

type notice struct {
	Method string
	Params json.RawMessage
}

type point struct{ Line, Character int }

type stretch struct{ Start, End point }

// published is a publishDiagnostics notification.
type published struct {
	URI         string
	Version     *int
	Diagnostics []diagnosed
}

type diagnosed struct {
	Range                 stretch
	Severity              int
	Code, Source, Message string
	RelatedInformation    []struct {
		Location struct{ URI string }
		Message  string
	}
}

type codeAction struct {
	Title, Kind string
	Diagnostics []struct{ Code string }
	Edit        struct {
		DocumentChanges []struct {
			TextDocument struct {
				URI     string
				Version int
			}
			Edits []struct {
				Range   stretch
				NewText string
			}
		}
	}
}

// startEditor starts the program without having said anything.
func startEditor(t *testing.T, args ...string) *editor {
	t.Helper()
	cmd := exec.Command(program, append([]string{"lsp"}, args...)...)
	in, err := cmd.StdinPipe()
	if err != nil {
		t.Fatal(err)
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// Nothing that is waited for may keep the tests waiting without end.
	guard := time.AfterFunc(5*time.Minute, func() { _ = cmd.Process.Kill() })
	t.Cleanup(func() {
		guard.Stop()
		_ = cmd.Process.Kill()
	})
	return &editor{t: t, cmd: cmd, in: in, out: bufio.NewReader(out)}
}

// newEditor starts the program and agrees with it on what is spoken.
func newEditor(t *testing.T, args ...string) *editor {
	t.Helper()
	e := startEditor(t, args...)
	got := e.ask("initialize", `{"processId": null, "rootUri": null, "capabilities": {
		"workspace": {"workspaceEdit": {"documentChanges": true}},
		"textDocument": {"publishDiagnostics": {"relatedInformation": true}}}}`)
	var result struct {
		Capabilities struct {
			PositionEncoding string
			TextDocumentSync struct{ Change int }
			HoverProvider    bool
		}
	}
	e.decode(got.Result, &result)
	if c := result.Capabilities; c.PositionEncoding != "utf-16" || c.TextDocumentSync.Change != 1 || !c.HoverProvider {
		t.Fatalf("capabilities %s", got.Result)
	}
	e.tell("initialized", `{}`)
	return e
}

func (e *editor) decode(text []byte, into any) {
	e.t.Helper()
	if err := json.Unmarshal(text, into); err != nil {
		e.t.Fatalf("%v in %s", err, text)
	}
}

// send sends what may be no message at all.
func (e *editor) send(raw string) {
	e.t.Helper()
	if _, err := io.WriteString(e.in, raw); err != nil {
		e.t.Fatal(err)
	}
}

func framed(text string) string { return fmt.Sprintf("Content-Length: %d\r\n\r\n%s", len(text), text) }

func (e *editor) tell(method, params string) {
	e.t.Helper()
	e.send(framed(fmt.Sprintf(`{"jsonrpc": "2.0", "method": %q, "params": %s}`, method, params)))
}

// ask makes a request and waits for the answer.
func (e *editor) ask(method, params string) answer {
	e.t.Helper()
	e.asks++
	e.send(framed(fmt.Sprintf(`{"jsonrpc": "2.0", "id": %d, "method": %q, "params": %s}`, e.asks, method, params)))
	got := e.answered()
	if string(got.ID) != strconv.Itoa(e.asks) {
		e.t.Fatalf("the answer to %s has the id %s, want %d", method, got.ID, e.asks)
	}
	return got
}

// answered waits for an answer.
func (e *editor) answered() answer {
	e.t.Helper()
	for {
		text := e.next()
		var n notice
		if e.decode(text, &n); n.Method != "" {
			e.told = append(e.told, n)
			continue
		}
		var a answer
		e.decode(text, &a)
		return a
	}
}

// noticed waits for a notification.
func (e *editor) noticed(method string, params any) {
	e.t.Helper()
	for {
		if i := slices.IndexFunc(e.told, func(n notice) bool { return n.Method == method }); i >= 0 {
			e.decode(e.told[i].Params, params)
			e.told = slices.Delete(e.told, i, i+1)
			return
		}
		var n notice
		e.decode(e.next(), &n)
		if n.Method == "" {
			e.t.Fatalf("an answer that nobody waits for")
		}
		e.told = append(e.told, n)
	}
}

func (e *editor) next() []byte {
	e.t.Helper()
	header, err := textproto.NewReader(e.out).ReadMIMEHeader()
	if err != nil {
		e.t.Fatal("nothing more comes: ", err)
	}
	length, err := strconv.Atoi(header.Get("Content-Length"))
	if err != nil {
		e.t.Fatal(err)
	}
	text := make([]byte, length)
	if _, err := io.ReadFull(e.out, text); err != nil {
		e.t.Fatal(err)
	}
	return text
}

func (e *editor) open(uri string, version int, text string) {
	e.t.Helper()
	e.tell("textDocument/didOpen", fmt.Sprintf(
		`{"textDocument": {"uri": %q, "languageId": "json", "version": %d, "text": %s}}`, uri, version, inJSON(text)))
}

func (e *editor) change(uri string, version int, text string) {
	e.t.Helper()
	e.tell("textDocument/didChange", fmt.Sprintf(
		`{"textDocument": {"uri": %q, "version": %d}, "contentChanges": [{"text": %s}]}`, uri, version, inJSON(text)))
}

// hover asks what is told where the pointer rests.
func (e *editor) hover(uri string, at point) string {
	e.t.Helper()
	var page struct{ Contents struct{ Value string } }
	e.decode(e.ask("textDocument/hover", fmt.Sprintf(
		`{"textDocument": {"uri": %q}, "position": {"line": %d, "character": %d}}`, uri, at.Line, at.Character)).Result, &page)
	return page.Contents.Value
}

func (e *editor) published() published {
	e.t.Helper()
	var got published
	e.noticed("textDocument/publishDiagnostics", &got)
	return got
}

// ended waits for the end and returns the exit code.
func (e *editor) ended() int {
	e.t.Helper()
	_, _ = io.Copy(io.Discard, e.out)
	_ = e.cmd.Wait()
	return e.cmd.ProcessState.ExitCode()
}

func inJSON(text string) string {
	quoted, _ := json.Marshal(text) // texts can always be written
	return string(quoted)
}

// between is the part of a text that an editor marks.
func between(text string, s stretch) string {
	lines := strings.SplitAfter(text, "\n")
	at := func(p point) int {
		units := utf16.Encode([]rune(lines[p.Line]))
		return len(strings.Join(lines[:p.Line], "")) + len(string(utf16.Decode(units[:p.Character])))
	}
	return text[at(s.Start):at(s.End)]
}

const plan = "file:///plan%20f%C3%B6r%202024.json"

// A fault is shown where it stands, explained, and mended.
func TestEditor(t *testing.T) {
	t.Parallel()
	e := newEditor(t)
	sample := read(t, sound)
	faulty := strings.Replace(sample, `"reportYear": 2024`, `"supplierr": "😀", "reportYear": "2024"`, 1)
	if faulty == sample {
		t.Fatal("nothing was wounded")
	}

	e.open(plan, 3, sample)
	before := e.published()
	if before.URI != plan || before.Version == nil || *before.Version != 3 {
		t.Errorf("published for %s, %v", before.URI, before.Version)
	}
	for _, d := range before.Diagnostics {
		if d.Severity == 4 && strings.Contains(d.Message, "initiative/followed") {
			continue
		}
		if d.Severity != 3 || !strings.HasPrefix(d.Message, "Behöver bedömas av en människa: ") && !strings.HasPrefix(d.Message, "Kunde inte prövas: ") {
			t.Errorf("of a sound plan is said %+v", d)
		}
	}
	if len(before.Diagnostics) == 0 {
		t.Error("what a person has to judge looks as if it had passed")
	}

	e.change(plan, 4, faulty)
	got := e.published()
	if *got.Version != 4 {
		t.Fatalf("published for version %d", *got.Version)
	}
	at := slices.IndexFunc(got.Diagnostics, func(d diagnosed) bool {
		return d.Severity == 1 && between(faulty, d.Range) == `"2024"`
	})
	if at < 0 {
		t.Fatalf("the year is not marked in %+v", got.Diagnostics)
	}
	year := got.Diagnostics[at]
	if !strings.HasPrefix(year.Code, "schema/") || year.Source != "plankoll" || !strings.Contains(year.Message, "\n→ ") {
		t.Errorf("%+v", year)
	}

	here := fmt.Sprintf(`{"line": %d, "character": %d}`, year.Range.Start.Line, year.Range.Start.Character)
	var page struct{ Contents struct{ Kind, Value string } }
	e.decode(e.ask("textDocument/hover", fmt.Sprintf(`{"textDocument": {"uri": %q}, "position": %s}`, plan, here)).Result, &page)
	if c := page.Contents; c.Kind != "markdown" || !strings.Contains(c.Value, "`"+year.Code+"`") || !strings.Contains(c.Value, "**Godtas inte:**") {
		t.Errorf("the page is %+v", page)
	}

	var actions []codeAction
	e.decode(e.ask("textDocument/codeAction", fmt.Sprintf(
		`{"textDocument": {"uri": %q}, "range": {"start": %s, "end": %s}, "context": {"diagnostics": []}}`, plan, here, here)).Result, &actions)
	if len(actions) != 1 || actions[0].Kind != "quickfix" || actions[0].Title != "Ändra Rapportår till 2024" || actions[0].Diagnostics[0].Code != year.Code {
		t.Fatalf("quick fixes %+v", actions)
	}
	changes := actions[0].Edit.DocumentChanges
	if len(changes) != 1 || changes[0].TextDocument.Version != 4 || changes[0].TextDocument.URI != plan || len(changes[0].Edits) != 1 {
		t.Fatalf("%+v", changes)
	}
	edit := changes[0].Edits[0]
	if between(faulty, edit.Range) != `"2024"` || edit.NewText != "2024" {
		t.Errorf("%+v", edit)
	}

	e.tell("textDocument/didClose", fmt.Sprintf(`{"textDocument": {"uri": %q}}`, plan))
	if got := e.published(); len(got.Diagnostics) != 0 {
		t.Errorf("after it is closed, %d diagnostics are shown", len(got.Diagnostics))
	}
	if got := e.ask("shutdown", "null"); string(got.Result) != "null" {
		t.Errorf("%+v", got)
	}
	if got := e.ask("textDocument/hover", "{}"); got.Error.Code != -32600 {
		t.Errorf("after shutdown: %+v", got)
	}
	e.tell("exit", "null")
	if code := e.ended(); code != 0 {
		t.Errorf("exit code %d", code)
	}
}

// A file is checked by the settings, waivers and baseline that check would find where it
// lies, wherever the editor was started, and as they are at the time.
func TestEditorFindsTheSettings(t *testing.T) {
	t.Parallel()
	config := `baseline: known.json
policies: [ours]
rules:
  smart/specific: {switchedOff: true, reason: Prövas av målgruppen.}
  budget/recurring-cost: {severity: info, reason: Ingen har läst.}
`
	folder := project(t, map[string]string{
		".plankoll.yaml":                   config,
		"ours/rules/house/named/rule.rego": ruleRego, "ours/rules/house/named/rule.yaml": ruleYAML,
	})
	if got := in(t, folder, "baseline", "plan.json", "--output", "known.json"); got.code != 0 {
		t.Fatalf("%+v", got)
	}
	waived := in(t, folder, "waive", "plan.json", "reference/duplicate-id", "--reason", "Rättas i mars.", "--approved-by", "Anna Ek", "--last-day", "2023-04-30")
	mended := replaced(t, read(t, real), `"budget": 50733`, `"budget": 50773`)
	for name, content := range map[string]string{".plankoll-waivers.yaml": waived.stdout, "plan.json": mended} {
		if err := os.WriteFile(filepath.Join(folder, name), []byte(content), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	want := in(t, folder, "check", "plan.json", "--format", "json").report(t)
	if len(want.of("house/named")) == 0 || want.Summary.Waived != 1 || want.Summary.Known == 0 || len(want.Comparison.Gone) == 0 || len(want.Weighings) < 2 {
		t.Fatalf("there is too little to tell: %+v", want.Summary)
	}

	e := newEditor(t)
	uri := "file://" + filepath.ToSlash(folder) + "/sub/deep/new%20plan.json" // not saved yet
	e.open(uri, 1, mended)
	got := e.published().Diagnostics
	if n := 2 + len(want.Findings) + len(want.NotEvaluated) + len(want.Manual); len(got) != n {
		t.Fatalf("%d diagnostics, want %d", len(got), n)
	}
	for i, said := range []string{"borta.", "Prövas av målgruppen."} {
		if d := got[i]; d.Severity != 4 || d.Code != "" || !strings.Contains(d.Message, said) {
			t.Errorf("%q is not in %+v", said, d)
		}
	}
	for i, f := range want.Findings {
		d := got[2+i]
		severity, said := map[string]int{"error": 1, "warning": 2, "info": 3}[f.Severity], ""
		switch f.Status {
		case "waived":
			severity, said = 4, "Anna Ek"
		case "known":
			said = "känt sedan tidigare"
		}
		if d.Code != f.Rule || d.Severity != severity || !strings.HasPrefix(d.Message, f.Message) || !strings.Contains(d.Message, said) {
			t.Errorf("the editor says %+v, and check %+v", d, f)
		}
	}
	at := slices.IndexFunc(got, func(d diagnosed) bool { return d.Code == "budget/recurring-cost" })
	if at < 0 {
		t.Fatal("no rule weighs otherwise")
	}
	if page := e.hover(uri, got[at].Range.Start); !strings.Contains(page, "Räknas som upplysning, enligt organisationens inställningar. Skäl: Ingen har läst.") {
		t.Errorf("why the rule weighs as it does is not told: %s", page)
	}

	if err := os.WriteFile(filepath.Join(folder, ".plankoll.yaml"), []byte("rulez: {}\n"), 0o644); err != nil {
		t.Fatal(err)
	}
	e.change(uri, 2, mended)
	if got := e.published().Diagnostics; len(got) != 1 || got[0].Severity != 1 || !strings.Contains(got[0].Message, "rulez") {
		t.Errorf("of settings that cannot be used is said %+v", got)
	}
	e.open(plan, 1, read(t, sound))
	if got := e.published(); got.URI != plan || len(got.Diagnostics) < 2 {
		t.Errorf("of a file elsewhere is said %+v", got)
	}
}

// What the accountant has to say for and against an explanation shows where the pointer
// rests.
func TestEditorTellsTheAccount(t *testing.T) {
	t.Parallel()
	e := newEditor(t, "--lang", "en", "--no-config")
	e.open(plan, 1, read(t, real))
	got := e.published().Diagnostics
	at := slices.IndexFunc(got, func(d diagnosed) bool { return d.Code == "accountant/wrong-figure" })
	if at < 0 {
		t.Fatal("there is no account")
	}
	page := e.hover(plan, got[at].Range.Start)
	for _, said := range []string{"For it: ", "It accounts for:", "budget/column-sum", "`accountant/wrong-figure`"} {
		if !strings.Contains(page, said) {
			t.Errorf("%q is not in %s", said, page)
		}
	}
	if related := got[at].RelatedInformation; len(related) == 0 || !strings.Contains(related[0].Message, "\nFor it: ") {
		t.Errorf("%+v", related)
	}
}

// While a submission is written it is no JSON for most of the time, and other files
// are none of our business.
func TestEditorWhileWriting(t *testing.T) {
	t.Parallel()
	e := newEditor(t, "--lang", "en")
	sample := read(t, real)

	e.open("file:///package.json", 1, `{"name": "x", "profile": "default"`)
	e.open(plan, 1, sample)
	got := e.published()
	if got.URI != plan {
		t.Fatalf("published for %s", got.URI)
	}
	related := 0
	for _, d := range got.Diagnostics {
		related += len(d.RelatedInformation)
		for _, r := range d.RelatedInformation {
			if r.Location.URI != plan || r.Message == "" {
				t.Errorf("%+v", r)
			}
		}
	}
	if related == 0 {
		t.Error("what a probable misprint stands for is not shown")
	}

	e.change(plan, 2, sample[:len(sample)/2])
	if got := e.published(); *got.Version != 2 || len(got.Diagnostics) != 1 || got.Diagnostics[0].Code != "reader/truncated" {
		t.Errorf("a text that ends too early: %+v", got)
	}
	e.change(plan, 3, "{")
	if got := e.published(); *got.Version != 3 || len(got.Diagnostics) != 1 || got.Diagnostics[0].Severity != 1 {
		t.Errorf("hardly a text any more: %+v", got)
	}
	// Only the last of several changes is shown, whenever the others came.
	for version := 4; version < 9; version++ {
		e.change(plan, version, sample[:len(sample)/version])
	}
	e.change(plan, 9, sample)
	e.tell("textDocument/didSave", fmt.Sprintf(`{"textDocument": {"uri": %q}}`, plan))
	last := e.published()
	for *last.Version != 9 {
		last = e.published()
	}
	if len(last.Diagnostics) != len(got.Diagnostics) {
		t.Errorf("%d diagnostics, and %d of the same text before", len(last.Diagnostics), len(got.Diagnostics))
	}
	e.change(plan, 10, `{"name": "something else"}`)
	if got := e.published(); len(got.Diagnostics) != 0 {
		t.Errorf("what is no submission any more has %d diagnostics", len(got.Diagnostics))
	}
	for _, n := range e.told {
		if strings.Contains(string(n.Params), "package.json") {
			t.Errorf("another file was told of: %s", n.Params)
		}
	}
	if err := e.in.Close(); err != nil {
		t.Fatal(err)
	}
	if code := e.ended(); code != 1 {
		t.Errorf("exit code %d without a shutdown", code)
	}
}

// Whatever is sent is answered, and what comes behind it is too.
func TestEditorThatIsHostile(t *testing.T) {
	t.Parallel()
	e := startEditor(t)
	if got := e.ask("textDocument/hover", `{}`); got.Error.Code != -32002 {
		t.Errorf("before initialize: %+v", got)
	}
	e.tell("textDocument/didOpen", `{"textDocument": {"uri": "file:///early.json", "version": 1, "text": "{\"profile\": \"goteborg-2024\"}"}}`)
	if got := e.ask("initialize", `{"capabilities": {}}`); got.Result == nil {
		t.Fatalf("%+v", got)
	}
	if got := e.ask("initialize", `{"capabilities": {}}`); got.Error.Code != -32600 {
		t.Errorf("a second initialize: %+v", got)
	}
	for name, c := range map[string]struct {
		sent string
		code int
		id   string
	}{
		"no JSON":              {framed(`{"jsonrpc": "2.0", "id": 1, "method": `), -32700, "null"},
		"no UTF-8":             {framed("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"\xC3\x28\"}"), -32700, "null"},
		"half a character":     {framed(`{"jsonrpc": "2.0", "id": 1, "method": "\ud800"}`), -32700, "null"},
		"more than one value":  {framed(`{} {}`), -32700, "null"},
		"a key twice":          {framed(`{"jsonrpc": "2.0", "id": 1, "id": 2, "method": "x"}`), -32700, "null"},
		"nothing":              {framed(``), -32700, "null"},
		"a batch":              {framed(`[]`), -32600, "null"},
		"no method":            {framed(`{"jsonrpc": "2.0", "id": 1}`), -32600, "1"},
		"no length":            {"Content-Type: text\r\n\r\n", -32600, "null"},
		"a length below zero":  {"Content-Length: -1\r\n\r\n", -32600, "null"},
		"an enormous length":   {"Content-Length: 18446744073709551615\r\n\r\n", -32600, "null"},
		"a header without end": {strings.Repeat("x", 100_000) + "\r\n\r\n", -32600, "null"},
		"too short a length":   {"Content-Length: 5\r\n\r\n" + `{"jsonrpc": "2.0"}`, -32700, "null"},
		"too large":            {framed(strings.Repeat(" ", 40<<20)), -32600, "null"},
	} {
		e.send(c.sent)
		if got := e.answered(); got.Error.Code != c.code || string(got.ID) != c.id {
			t.Errorf("%s: the id %s, %+v", name, got.ID, got.Error)
		}
		var shown struct{ Message string }
		if e.noticed("window/showMessage", &shown); !strings.Contains(shown.Message, "inaktuella") {
			t.Errorf("%s: a person is told %q", name, shown.Message)
		}
		if got := e.ask("plankoll/nothing", `{}`); got.Error.Code != -32601 {
			t.Errorf("behind %s: %+v", name, got)
		}
	}
	for method, params := range map[string]string{
		"textDocument/hover":      `{"position": {"line": "x"}}`,
		"textDocument/codeAction": `[]`,
	} {
		if got := e.ask(method, params); got.Error.Code != -32602 {
			t.Errorf("%s: %+v", method, got)
		}
	}
	for _, place := range []string{`{"line": -1, "character": -9}`, `{"line": 2147483647, "character": 2147483647}`} {
		e.open("file:///deep.json", 1, `{"profile": "goteborg-2024", "a": `+strings.Repeat("[", 100_000))
		if got := e.ask("textDocument/hover", `{"textDocument": {"uri": "file:///deep.json"}, "position": `+place+`}`); got.Error.Code != 0 {
			t.Errorf("at %s: %+v", place, got)
		}
	}
	e.tell("textDocument/didChange", `{"textDocument": {"uri": "file:///deep.json", "version": 2}, "contentChanges": [{"range": {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}, "text": "x"}]}`)
	var shown struct{ Message string }
	if e.noticed("window/showMessage", &shown); !strings.Contains(shown.Message, "inaktuella") {
		t.Errorf("of a change in part a person is told %q", shown.Message)
	}
	e.tell("$/cancelRequest", `{"id": 1}`)
	e.tell("textDocument/didClose", `{"textDocument": {"uri": "file:///never-opened.json"}}`)
	e.tell("exit", "null")
	if code := e.ended(); code != 1 {
		t.Errorf("exit code %d without a shutdown", code)
	}
	for _, n := range e.told {
		if strings.Contains(string(n.Params), "early.json") {
			t.Errorf("what was said before initialize was taken in: %s", n.Params)
		}
	}
}
