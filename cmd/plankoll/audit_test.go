package main

import (
	"archive/zip"
	"bytes"
	"compress/gzip"
	"encoding/json"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"syscall"
	"testing"
	"time"

	"github.com/santhosh-tekuri/jsonschema/v5"
	"github.com/xuri/excelize/v2"

	"github.com/plankoll/plankoll/schemas"
)

// The year of twelve suppliers, as seen from this folder.
const (
	thisYear = "../../testdata/audit/2025"
	lastYear = "../../testdata/audit/2024"
	register = "../../testdata/audit/register.yaml"
)

// auditLine is a line of findings.jsonl.
type auditLine struct {
	Submission, Supplier string
	Finding              struct{ Rule, Stage, Severity, Message, Action, Path, Status string }
	NotJudged            bool
}

func auditLines(t testing.TB, folder string) []auditLine {
	t.Helper()
	var lines []auditLine
	for line := range strings.Lines(read(t, filepath.Join(folder, "findings.jsonl"))) {
		var l auditLine
		if err := json.Unmarshal([]byte(line), &l); err != nil {
			t.Fatal(err)
		}
		lines = append(lines, l)
	}
	return lines
}

// tree is what stands in a folder, by name.
func tree(t testing.TB, folder string) map[string]string {
	t.Helper()
	files := map[string]string{}
	err := filepath.WalkDir(folder, func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		relative, err := filepath.Rel(folder, name)
		files[filepath.ToSlash(relative)] = read(t, name)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func sameTree(t testing.TB, folder string, want map[string]string) {
	t.Helper()
	have := tree(t, folder)
	for name, content := range want {
		if have[name] != content {
			t.Errorf("%s is not the same", name)
		}
	}
	for name := range have {
		if _, ok := want[name]; !ok {
			t.Errorf("%s is there too", name)
		}
	}
}

// Each rule across submissions finds its fault in the year of twelve suppliers, and
// nothing else.
func TestAuditOfAYear(t *testing.T) {
	out := t.TempDir()
	got := plankoll(t, "audit", "--quiet", "--register", register, "--previous", lastYear, "--out", out, thisYear)
	if got.code != 1 || got.stderr != "" {
		t.Errorf("exit code %d, on stderr %q", got.code, got.stderr)
	}
	var said []string
	for _, l := range auditLines(t, out) {
		if l.Finding.Stage == "audit" {
			said = append(said, l.Finding.Rule+" "+l.Supplier)
		}
		if l.NotJudged {
			t.Errorf("not judged: %+v", l)
		}
	}
	slices.Sort(said)
	want := []string{
		"last-year/baseline-changed hamn",
		"last-year/forecast vux",
		"last-year/goal-lowered aldre",
		"last-year/goal-lowered forskola",
		"last-year/moved bygg",
		"last-year/proposal-again arkiv",
		"last-year/vanished miljo",
		"register/late bibliotek",
		"register/missing ",
		"register/service-missing kultur",
		"register/service-missing trafik",
		"register/service-of-another idrott",
		"register/service-twice miljo",
		"register/service-twice vux",
		"register/twice park",
		"register/unknown-supplier hamn",
		"suppliers/allocation-key vux",
		"suppliers/cost-missing kultur",
		"suppliers/index trafik",
		"suppliers/names forskola",
		"suppliers/others-service forskola",
		"suppliers/others-service idrott",
		"suppliers/outlier bibliotek",
		"suppliers/same-text bygg",
	}
	if !slices.Equal(said, want) {
		t.Errorf("said is\n%s\nwanted\n%s", strings.Join(said, "\n"), strings.Join(want, "\n"))
	}
	for _, part := range []string{"13 underlag, 4 inte godkänt, 9 godkänt.", "Nämnden för vatten och avlopp har inte lämnat in någon plan för 2025. Då saknas också uppgifter om Vattenvyn."} {
		if !strings.Contains(strings.Join(strings.Fields(got.stdout), " "), part) {
			t.Errorf("the summary does not say %q:\n%s", part, got.stdout)
		}
	}
}

// What the rules cost is told by rule, whether it was measured now or is known from an
// earlier audit.
func TestAuditTellsWhatRulesCost(t *testing.T) {
	type work struct {
		Submissions int
		Expressions map[string]int
	}
	cache := t.TempDir()
	var told []work
	for range 2 {
		out := t.TempDir()
		plankoll(t, "audit", "--quiet", "--cache", cache, "--out", out, thisYear)
		audit := struct{ Work work }{}
		if err := json.Unmarshal([]byte(read(t, filepath.Join(out, "audit.json"))), &audit); err != nil {
			t.Fatal(err)
		}
		told = append(told, audit.Work)
	}
	if told[0].Submissions != 3 || told[0].Expressions["budget/column-sum"] < 100 || told[0].Expressions["language/tags.rego"] < 100 {
		t.Errorf("measured were %+v", told[0])
	}
	if !reflect.DeepEqual(told[0], told[1]) {
		t.Errorf("known from before is %+v, and was %+v", told[1], told[0])
	}
}

func TestAuditInEnglish(t *testing.T) {
	got := plankoll(t, "audit", "--lang", "en", "--register", register, thisYear+"/park*.json")
	for _, part := range []string{"2 submissions, 2 accepted.", "There is another plan for 2025 from the same supplier", "They need last year's plans (--previous): last-year/"} {
		if !strings.Contains(strings.Join(strings.Fields(got.stdout), " "), part) {
			t.Errorf("the summary does not say %q:\n%s", part, got.stdout)
		}
	}
}

// What comes out depends neither on how many are checked side by side nor on what was
// known before.
func TestAuditIsTheSameBytes(t *testing.T) {
	folder := t.TempDir()
	run := func(name string, args ...string) string {
		out := filepath.Join(folder, name)
		args = append([]string{"audit", "--register", register, "--previous", lastYear + "/park.json", "--out", out}, args...)
		if got := plankoll(t, append(args, thisYear+"/[a-k]*.json")...); got.code != 1 {
			t.Fatalf("exit code %d: %s", got.code, got.stderr)
		}
		return out
	}
	want := tree(t, run("one", "--jobs", "1"))
	cache := filepath.Join(folder, "cache")
	sameTree(t, run("many", "--jobs", "7", "--cache", cache), want)
	sameTree(t, run("known", "--cache", cache), want)
	// An entry that is damaged is worked out anew.
	damaged := 0
	for name, content := range tree(t, cache) {
		writeFile(t, filepath.Join(cache, name), content[:len(content)-1]+"x")
		damaged++
	}
	if damaged == 0 {
		t.Fatal("nothing was kept")
	}
	sameTree(t, run("damaged", "--cache", cache), want)
	if _, ok := want["audit.xlsx"]; !ok || len(want) < 10 {
		t.Errorf("only %d files were written", len(want))
	}
}

func writeFile(t testing.TB, name, content string) {
	t.Helper()
	if err := os.MkdirAll(filepath.Dir(name), 0o755); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(name, []byte(content), 0o644); err != nil {
		t.Fatal(err)
	}
}

func packedWith(t testing.TB, content string) string {
	t.Helper()
	var out bytes.Buffer
	w := gzip.NewWriter(&out)
	if _, err := io.WriteString(w, content); err != nil {
		t.Fatal(err)
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// A submission is the same wherever it comes from.
func TestAuditTakesSubmissionsFromAnywhere(t *testing.T) {
	a, b := small("namnd-a"), small("namnd-b")
	line := func(plan string) string { return strings.ReplaceAll(plan, "\n", " ") }
	var archive bytes.Buffer
	z := zip.NewWriter(&archive)
	for _, member := range []struct{ name, content string }{
		{"b/plan.json", b}, {"../../a.json", a}, {"notes.txt", "no plan"}, {"b/.hidden.json", "no plan"}, {"more.jsonl", line(a) + "\n\n" + line(b)},
	} {
		w, err := z.Create(member.name)
		if err == nil {
			_, err = io.WriteString(w, member.content)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	folder := t.TempDir()
	writeFile(t, folder+"/two/a.json", a)
	writeFile(t, folder+"/two/deep/b.json.gz", packedWith(t, b))
	writeFile(t, folder+"/two/.git/c.json", a)
	writeFile(t, folder+"/lines.jsonl", line(a)+"\n"+line(b)+"\n")
	writeFile(t, folder+"/lines.jsonl.gz", packedWith(t, line(a)+"\n"+line(b)))
	writeFile(t, folder+"/many.zip", archive.String())
	for _, c := range []struct {
		arg, stdin string
		want       []string // where the submissions are said to be from
	}{
		{folder + "/two", "", []string{"two/a.json namnd-a", "two/deep/b.json.gz namnd-b"}},
		{folder + "/two/*.json", "", []string{"two/a.json namnd-a"}},
		{folder + "/lines.jsonl", "", []string{"lines.jsonl:1 namnd-a", "lines.jsonl:2 namnd-b"}},
		{folder + "/lines.jsonl.gz", "", []string{"lines.jsonl.gz:1 namnd-a", "lines.jsonl.gz:2 namnd-b"}},
		{folder + "/many.zip", "", []string{"many.zip!../../a.json namnd-a", "many.zip!b/plan.json namnd-b", "many.zip!more.jsonl:1 namnd-a", "many.zip!more.jsonl:3 namnd-b"}},
		{"-", a, []string{"stdin namnd-a"}},
		{"-", line(a) + "\n" + line(b), []string{"stdin:1 namnd-a", "stdin:2 namnd-b"}},
		{"-", packedWith(t, line(a)+"\n"+line(b)), []string{"stdin:1 namnd-a", "stdin:2 namnd-b"}},
	} {
		out := t.TempDir()
		plankollOn(t, c.stdin, "audit", "--quiet", "--reports=false", "--out", out, c.arg)
		var audited struct {
			Audited []struct{ Name, Supplier string }
		}
		if err := json.Unmarshal([]byte(read(t, out+"/audit.json")), &audited); err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, s := range audited.Audited {
			got = append(got, strings.TrimPrefix(filepath.ToSlash(s.Name), filepath.ToSlash(folder)+"/")+" "+s.Supplier)
		}
		if !slices.Equal(got, c.want) {
			t.Errorf("%s: %q, wanted %q", c.arg, got, c.want)
		}
		if entries, err := os.ReadDir(out); err != nil || len(entries) != 5 {
			t.Errorf("%s: %v %v", c.arg, entries, err)
		}
	}
}

// small is a plan that can be read, with hardly anything in it.
func small(supplier string) string {
	return fmt.Sprintf(`{
"profile": "goteborg-2024", "reportYear": 2024, "submittedOn": "2023-03-31",
"supplier": {"id": %q, "name": "Nämnden", "services": [{"id": "tjanst-%s", "name": "Tjänst %s", "kind": "base"}]}
}`, supplier, supplier, supplier)
}

// One bad file keeps nobody from being audited, and shows in the exit code.
func TestAuditGoesOn(t *testing.T) {
	folder := t.TempDir()
	writeFile(t, folder+"/a.json", small("namnd-a"))
	writeFile(t, folder+"/b.json", "{")
	writeFile(t, folder+"/c.zip", "no archive")
	writeFile(t, folder+"/d.jsonl", small("namnd-d")) // of several lines, so none is a plan
	writeFile(t, folder+"/e.json.gz", "not packed")
	writeFile(t, folder+"/f.json.gz", packedWith(t, strings.Repeat(" ", 64<<20))) // small, until it is unpacked
	writeFile(t, folder+"/g.json", small("namnd-g"))
	out := t.TempDir()
	got := plankoll(t, "audit", "--out", out, folder, folder+"/missing.json")
	if got.code != 2 || strings.Contains(got.stderr, "panic") {
		t.Errorf("exit code %d: %s", got.code, got.stderr)
	}
	rules := map[string]string{}
	for _, l := range auditLines(t, out) {
		if l.Finding.Stage == "engine" || l.Finding.Stage == "reader" {
			rules[filepath.Base(l.Submission)] = l.Finding.Rule
		}
	}
	for name, rule := range map[string]string{
		"b.json": "reader/truncated", "c.zip": "engine/unreadable-file", "d.jsonl:1": "reader/truncated",
		"e.json.gz": "engine/unreadable-file", "f.json.gz": "reader/too-large", "missing.json": "engine/unreadable-file",
	} {
		if rules[name] != rule {
			t.Errorf("%s: %q, wanted %q", name, rules[name], rule)
		}
	}
	if rules["a.json"] != "" || rules["g.json"] != "" {
		t.Errorf("the others too: %v", rules)
	}
	if !strings.Contains(read(t, out+"/audit.json"), `"supplier":"namnd-g"`) {
		t.Error("what came after was not audited")
	}
}

func TestAuditOfAPlanThatTakesTooLong(t *testing.T) {
	cache, out := t.TempDir(), t.TempDir()
	got := plankoll(t, "audit", "--timeout", "1ns", "--cache", cache, "--out", out, sound)
	lines := auditLines(t, out)
	if got.code != 2 || len(lines) != 1 || lines[0].Finding.Rule != "engine/interrupted" {
		t.Errorf("exit code %d, %+v", got.code, lines)
	}
	// It is not taken for a result the next time.
	if got = plankoll(t, "audit", "--cache", cache, sound); got.code != 0 {
		t.Errorf("exit code %d: %s", got.code, got.stdout)
	}
}

func TestAuditRefuses(t *testing.T) {
	bad := filepath.Join(t.TempDir(), "register.yaml")
	writeFile(t, bad, "reportYear: 2024\nlastDay: \"2024-01-01\"\nleverantorer: []\n")
	refused(t, plankoll(t, "audit"), "FIL")
	refused(t, plankoll(t, "audit", "--register", "no-such.yaml", sound), "no-such.yaml")
	refused(t, plankoll(t, "audit", "--register", bad, sound), "leverantorer")
	refused(t, plankoll(t, "audit", "--fail-on", "fel", sound), "fel")
	refused(t, plankoll(t, "audit", "--as-of", "yesterday", sound), "yesterday")
	refused(t, plankoll(t, "audit", "--jobs", "0", sound), "jobs")
	refused(t, plankoll(t, "audit", "--out", "/dev/null/x", sound), "/dev/null")
	refused(t, plankoll(t, "audit", "--cache", "/dev/null/x", sound), "/dev/null")
}

// audit.json and each line of findings.jsonl are as their schema says.
func TestAuditFitsItsSchema(t *testing.T) {
	out := t.TempDir()
	plankoll(t, "audit", "--register", register, "--previous", lastYear, "--out", out, thisYear, "no-such-file.json")
	compile := func(part string) *jsonschema.Schema {
		compiler := jsonschema.NewCompiler()
		if err := compiler.AddResource("audit.json", bytes.NewReader(schemas.Audit)); err != nil {
			t.Fatal(err)
		}
		return compiler.MustCompile("audit.json" + part)
	}
	fits := func(schema *jsonschema.Schema, text string) {
		var document any
		if err := json.Unmarshal([]byte(text), &document); err != nil {
			t.Fatal(err)
		}
		if err := schema.Validate(document); err != nil {
			t.Errorf("%#v", err)
		}
	}
	fits(compile(""), read(t, out+"/audit.json"))
	line := compile("#/$defs/line")
	for text := range strings.Lines(read(t, out+"/findings.jsonl")) {
		fits(line, text)
	}
}

// Names from a submission are texts wherever they come out.
func TestAuditOfHostileNames(t *testing.T) {
	folder, out := t.TempDir(), t.TempDir()
	plan := small("namnd-a")
	plan = replaced(t, plan, `"name": "Nämnden"`, `"name": "=HYPERLINK(\"x\") <script>alert(1)</script>"`)
	plan = replaced(t, plan, `"Tjänst namnd-a"`, `"@SUM(A1)"`)
	writeFile(t, folder+"/<b>.json", plan)
	plankoll(t, "audit", "--out", out, folder)
	for name, page := range tree(t, out) {
		if strings.HasSuffix(name, ".html") && strings.Contains(page, "<script") {
			t.Errorf("%s holds a script", name)
		}
		if strings.Contains(name, "..") || strings.ContainsAny(name, "<>=") {
			t.Errorf("a file is called %q", name)
		}
	}
	book, err := excelize.OpenFile(out + "/audit.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	cells := 0
	for _, sheet := range book.GetSheetList() {
		rows, err := book.GetRows(sheet)
		if err != nil {
			t.Fatal(err)
		}
		for i, row := range rows {
			for j, cell := range row {
				cells++
				at, _ := excelize.CoordinatesToCellName(j+1, i+1)
				if formula, _ := book.GetCellFormula(sheet, at); formula != "" || strings.IndexAny(cell, "=@+") == 0 {
					t.Errorf("%s %s holds %q", sheet, at, cell)
				}
			}
		}
	}
	if cells < 50 {
		t.Errorf("the workbook has %d cells only", cells)
	}
}

// The workbook holds amounts as numbers, and heads that stay and can be filtered by.
func TestAuditWorkbook(t *testing.T) {
	out := t.TempDir()
	plankoll(t, "audit", "--register", register, "--out", out, thisYear+"/park.json")
	book, err := excelize.OpenFile(out + "/audit.xlsx")
	if err != nil {
		t.Fatal(err)
	}
	defer book.Close()
	if got := book.GetSheetList(); !slices.Equal(got, []string{"Översikt", "Anmärkningar", "Mellan planer", "Belopp"}) {
		t.Errorf("the sheets are %q", got)
	}
	for _, sheet := range book.GetSheetList() {
		if panes, err := book.GetPanes(sheet); err != nil || !panes.Freeze || panes.YSplit != 1 {
			t.Errorf("%s: the head does not stay: %+v %v", sheet, panes, err)
		}
	}
	amount, err := book.GetCellValue("Belopp", "F2", excelize.Options{RawCellValue: true})
	if kind, _ := book.GetCellType("Belopp", "F2"); err != nil || kind == excelize.CellTypeSharedString || kind == excelize.CellTypeInlineString {
		t.Errorf("the amount %q is of type %v: %v", amount, kind, err)
	}
	if n, err := strconv.Atoi(amount); err != nil || n == 0 {
		t.Errorf("the amount is %q", amount)
	}
}

// Each supplier gets a letter, whoever is missing a reminder.
func TestAuditLetters(t *testing.T) {
	out := t.TempDir()
	plankoll(t, "audit", "--register", register, "--out", out, thisYear+"/park.json", thisYear+"/trafik.json", real)
	letters := tree(t, out+"/letters")
	for name, parts := range map[string][]string{
		"0001-park-2025.txt":                       {"Park- och naturnämnden", "Tack för en väl genomarbetad plan."},
		"0002-trafik-2025.txt":                     {"behöver rättas", "Cykelpumparna", "Gör så här:"},
		"0003-demokrati-medborgarservice-2024.txt": {"rad 96, 254, 289, 320, 347", "slags fel till"},
		"0000-saknas-1.txt":                        {"har inte lämnat in någon plan för 2025"},
	} {
		for _, part := range parts {
			if !strings.Contains(letters[name], part) {
				t.Errorf("%s does not say %q:\n%s", name, part, letters[name])
			}
		}
	}
}

// Where it is killed, at whatever moment, nothing is lost and nothing counted twice: a
// run to the end comes to the same, byte by byte.
func TestAuditSurvivesBeingKilled(t *testing.T) {
	kills := 12
	if n, err := strconv.Atoi(os.Getenv("PLANKOLL_KILLS")); err == nil {
		kills = n
	}
	folder := t.TempDir()
	for i := range 30 {
		writeFile(t, fmt.Sprintf("%s/plans/%02d.json", folder, i), small(fmt.Sprintf("namnd-%d", i)))
	}
	writeFile(t, folder+"/plans/sound.json", read(t, sound))
	args := func(out, cache string) []string {
		return []string{"audit", "--quiet", "--cache", cache, "--out", out, folder + "/plans"}
	}
	if got := plankoll(t, args(folder+"/want", folder+"/other")...); got.code != 1 {
		t.Fatalf("exit code %d: %s", got.code, got.stderr)
	}
	want := tree(t, folder+"/want")
	random := rand.New(rand.NewPCG(1, 0))
	killed := 0
	for range kills {
		cmd := exec.Command(program, args(folder+"/out", folder+"/cache")...)
		cmd.Env = append(os.Environ(), "TMPDIR="+folder)
		if err := cmd.Start(); err != nil {
			t.Fatal(err)
		}
		time.Sleep(time.Duration(random.IntN(1200)) * time.Millisecond)
		if err := cmd.Process.Kill(); err == nil {
			killed++
		}
		_ = cmd.Wait()
		// Whatever is there is whole.
		for name, content := range have(t, folder+"/out") {
			if strings.HasPrefix(filepath.Base(name), ".") {
				continue // a file that was being written
			}
			if content != want[name] {
				t.Fatalf("%s is half done", name)
			}
		}
		// Every third starts from nothing, so that kills fall in all parts of a run.
		if random.IntN(3) == 0 {
			for _, name := range []string{"/out", "/cache"} {
				if err := os.RemoveAll(folder + name); err != nil {
					t.Fatal(err)
				}
			}
		}
	}
	t.Logf("%d of %d were killed", killed, kills)
	if got := plankoll(t, args(folder+"/out", folder+"/cache")...); got.code != 1 {
		t.Fatalf("exit code %d: %s", got.code, got.stderr)
	}
	left := tree(t, folder+"/out")
	for name := range left {
		if strings.HasPrefix(filepath.Base(name), ".") {
			if err := os.Remove(folder + "/out/" + name); err != nil {
				t.Fatal(err)
			}
		}
	}
	sameTree(t, folder+"/out", want)
}

func have(t testing.TB, folder string) map[string]string {
	if _, err := os.Stat(folder); err != nil {
		return nil
	}
	return tree(t, folder)
}

// Ctrl-C ends it with what is done, and the next run goes on from there.
func TestAuditIsInterrupted(t *testing.T) {
	folder := t.TempDir()
	var lines strings.Builder
	plan := strings.ReplaceAll(read(t, sound), "\n", " ")
	for i := range 200 {
		lines.WriteString(strings.ReplaceAll(plan, "digital-vardag", fmt.Sprintf("namnd-%d", i)) + "\n")
	}
	writeFile(t, folder+"/plans.jsonl", lines.String())
	cmd := exec.Command(program, "audit", "--quiet", "--cache", folder+"/cache", "--reports=false", "--out", folder+"/out", folder+"/plans.jsonl")
	cmd.Stdout, cmd.Stderr = &bytes.Buffer{}, &bytes.Buffer{}
	if err := cmd.Start(); err != nil {
		t.Fatal(err)
	}
	// Until some are done: each leaves two files.
	for tries := 0; tries < 2000; tries++ {
		if kept, _ := filepath.Glob(folder + "/cache/*/*"); len(kept) >= 40 {
			break
		}
		time.Sleep(50 * time.Millisecond)
	}
	if err := cmd.Process.Signal(syscall.SIGINT); err != nil {
		t.Fatal(err)
	}
	_ = cmd.Wait()
	if code := cmd.ProcessState.ExitCode(); code != 2 {
		t.Errorf("exit code %d: %s", code, cmd.Stderr)
	}
	var audited struct {
		Interrupted bool
		Submissions int
	}
	if err := json.Unmarshal([]byte(read(t, folder+"/out/audit.json")), &audited); err != nil {
		t.Fatal(err)
	}
	if !audited.Interrupted || audited.Submissions == 0 || audited.Submissions >= 200 {
		t.Errorf("%+v", audited)
	}
	if !strings.Contains(cmd.Stdout.(*bytes.Buffer).String(), "avbröts") {
		t.Errorf("it says %s", cmd.Stdout)
	}
	entries := len(tree(t, folder+"/cache"))
	if entries < audited.Submissions {
		t.Errorf("%d submissions, but %d results are kept", audited.Submissions, entries)
	}
}

// What an audit finds beside other plans can be waived like what a plan says by itself:
// it is shown with its reason, and counts no more.
func TestAuditIsWaived(t *testing.T) {
	before := t.TempDir()
	audit := func(out string, args ...string) outcome {
		return plankoll(t, append([]string{"audit", "--quiet", "--register", register, "--out", out}, args...)...)
	}
	if got := audit(before, "--previous", lastYear, thisYear); got.code != 1 {
		t.Fatal(got)
	}
	waivers := func(lastDay string, asked ...string) string {
		args := append([]string{"waive", "--audit", filepath.Join(before, "findings.jsonl")}, asked...)
		got := plankoll(t, append(args, "--reason", "Nycklarna ses över.", "--approved-by", "Anna Ek", "--last-day", lastDay)...)
		if got.code != 0 || strings.Count(got.stdout, "- rule:") != 1 || !strings.Contains(got.stdout, "supplier: vux\n") || !strings.Contains(got.stdout, "reportYear: 2025\n") {
			t.Fatalf("the entry is %+v", got)
		}
		return got.stdout
	}
	plain := func(text string) string { return strings.Join(strings.Fields(text), " ") }
	const rule = "suppliers/allocation-key"
	message := ""
	for _, l := range auditLines(t, before) {
		if l.Finding.Rule == rule {
			message = l.Finding.Message
		}
	}
	holds, over := waivers("2030-12-31", rule, "vux"), waivers("2020-12-31", rule)
	forecast := waivers("2030-12-31", "last-year/forecast")
	for name, c := range map[string]struct {
		waivers string
		args    []string
		status  string // of the finding; empty if there is none
		said    []string
	}{
		"it holds":              {holds, []string{"--previous", lastYear, thisYear}, "waived", nil},
		"its days are over":     {over, []string{"--previous", lastYear, thisYear}, "open", []string{"waiver/expired"}},
		"it is not needed":      {holds, []string{filepath.Join(thisYear, "vux.json")}, "", []string{"waiver/unused"}},
		"its rule is not asked": {forecast, []string{filepath.Join(thisYear, "vux.json")}, "", nil},
	} {
		t.Run(name, func(t *testing.T) {
			out := t.TempDir()
			file := filepath.Join(t.TempDir(), "waivers.yaml")
			writeFile(t, file, c.waivers)
			got := audit(out, append(c.args, "--waivers", file)...)
			if got.code != 1 {
				t.Errorf("exit code %d: %s", got.code, got.stderr)
			}
			status, said := "", []string(nil)
			for _, l := range auditLines(t, out) {
				if l.Finding.Rule == rule {
					status = l.Finding.Status
				}
				if l.Finding.Stage == "waiver" {
					said = append(said, l.Finding.Rule)
				}
			}
			if status != c.status || !slices.Equal(said, c.said) {
				t.Errorf("the finding is %q and it says %q, not %q and %q", status, said, c.status, c.said)
			}
			letters, err := filepath.Glob(filepath.Join(out, "letters", "*-vux-2025.txt"))
			if err != nil || len(letters) != 1 {
				t.Fatalf("%v: %v", letters, err)
			}
			const answer = "Undantag till och med 31 december 2030, godkänt av Anna Ek. Skäl: Nycklarna ses över."
			for what, text := range map[string]string{"page": read(t, filepath.Join(out, "index.html")), "text": got.stdout} {
				if told := strings.Contains(plain(text), answer); told != (c.status == "waived") {
					t.Errorf("whether the %s tells who has answered: %v\n%s", what, told, text)
				}
			}
			if told := strings.Contains(plain(read(t, letters[0])), plain(message)); told != (c.status == "open") {
				t.Errorf("whether the letter tells of it: %v\n%s", told, read(t, letters[0]))
			}
		})
	}
	// The plan by itself says nothing of it.
	file := filepath.Join(t.TempDir(), "waivers.yaml")
	writeFile(t, file, holds)
	check := func(args ...string) outcome {
		return plankoll(t, append([]string{"check", "--format", "json", filepath.Join(thisYear, "vux.json")}, args...)...)
	}
	if got, want := check("--waivers", file), check(); got != want {
		t.Errorf("with the waiver it says %+v", got)
	}
	for _, c := range []struct{ name, said string }{
		{"none.jsonl", "none.jsonl"},
		{file, "rad 1 går inte att läsa"},
		{filepath.Join(before, "findings.jsonl"), "har ingen anmärkning att ge undantag från: \"no/such\""},
	} {
		refused(t, plankoll(t, "waive", "--audit", c.name, "no/such"), c.said)
	}
}
