// Command benchmark measures the program against its peers, conftest and opa, which run
// the same rules on the same files, and against the least that any program has to do:
// read and hash the files, and decode them. It makes its submissions and installs the
// peers itself. Program and peer take turns, so that whatever else the machine does hits
// both, and each pair gives a ratio. What they find is compared, so that nobody is fast
// by doing less.
//
//	go run ./cmd/benchmark
//	go run ./cmd/benchmark -files 1000 -rounds 5 -records 1000,10000,100000
package main

import (
	"errors"
	"flag"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strconv"
	"strings"
)

// conftestVersion is the peer's; that of opa is what go.mod says.
const conftestVersion = "v0.71.1"

func main() {
	// The floor is measured as a process like the others.
	if len(os.Args) == 4 && os.Args[1] == "-floor" {
		if err := floor(os.Args[2], os.Args[3]); err != nil {
			fail(err)
		}
		return
	}
	var b bench
	flag.IntVar(&b.files, "files", 200, "how many plans in a batch")
	flag.IntVar(&b.rounds, "rounds", 3, "how often program and peer take turns")
	flag.Uint64Var(&b.seed, "seed", 1, "of the plans")
	records := flag.String("records", "", "how many records to audit for the memory, such as 1000,10000")
	flag.Parse()
	if flag.NArg() > 0 || b.files < 1 || b.rounds < 1 {
		flag.Usage()
		os.Exit(2)
	}
	for _, n := range strings.FieldsFunc(*records, func(r rune) bool { return r == ',' }) {
		count, err := strconv.Atoi(n)
		if err != nil || count < 1 {
			fail(fmt.Errorf("-records: %q is no number of records", n))
		}
		b.records = append(b.records, count)
	}
	if err := b.run(); err != nil {
		fail(err)
	}
}

func fail(err error) {
	fmt.Fprintln(os.Stderr, "benchmark:", err)
	os.Exit(2)
}

type bench struct {
	files, rounds int
	seed          uint64
	records       []int

	folder string // for all that is made
}

func (b *bench) run() (err error) {
	if b.folder, err = os.MkdirTemp("", "plankoll-benchmark-*"); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(b.folder)) }()
	if err := b.prepare(); err != nil {
		return err
	}
	plans, one := b.path("plans"), b.path("plans", "plan-000001.json")
	program := func(args ...string) []string {
		return append([]string{b.path("plankoll"), "check", "--format", "json", "--fail-on", "never"}, args...)
	}
	conftest := func(args ...string) []string {
		return append([]string{b.path("conftest"), "test", "--policy", "policies", "--data", "policies", "--namespace", "plankoll.conftest", "--output", "json", "--show-builtin-errors"}, args...)
	}
	all, err := filepath.Glob(filepath.Join(plans, "*.json"))
	if err != nil {
		return err
	}
	self, err := os.Executable()
	if err != nil {
		return err
	}
	if err := b.sameFindings(program(plans), conftest(all...)); err != nil {
		return err
	}
	opa := []string{b.path("opa"), "eval", "-d", "policies", "-i", one, "data.plankoll.findings"}
	heading("one file, from a cold start")
	b.pair("conftest", program(one), conftest(one))
	b.pair("opa eval", program(one), opa)
	heading(fmt.Sprintf("%d files", b.files))
	peer := b.pair("conftest", program(plans), conftest(all...))
	b.pair("read and hash", program(plans), []string{self, "-floor", "read", plans})
	b.pair("bare decode", program(plans), []string{self, "-floor", "decode", plans})
	heading(fmt.Sprintf("audit of %d files, and again with nothing changed", b.files))
	if err := b.again(plans, "conftest", peer); err != nil {
		return err
	}
	return b.growth()
}

func (b *bench) path(parts ...string) string {
	return filepath.Join(append([]string{b.folder}, parts...)...)
}

// prepare builds the program, installs the peers and makes the plans.
func (b *bench) prepare() error {
	opa, err := output("go", "list", "-m", "-f", "{{.Version}}", "github.com/open-policy-agent/opa")
	if err != nil {
		return err
	}
	fmt.Printf("conftest %s, opa %s, %d plans, seed %d\n", conftestVersion, strings.TrimSpace(opa), b.files, b.seed)
	for _, command := range [][]string{
		{"go", "build", "-o", b.folder, "./cmd/plankoll", "./cmd/generate-plans"},
		{"go", "install", "github.com/open-policy-agent/conftest@" + conftestVersion},
		{"go", "install", "github.com/open-policy-agent/opa@" + strings.TrimSpace(opa)},
		{b.path("generate-plans"), "-n", strconv.Itoa(b.files), "-seed", strconv.FormatUint(b.seed, 10), "-out", b.path("plans")},
	} {
		cmd := exec.Command(command[0], command[1:]...)
		cmd.Env = append(os.Environ(), "GOBIN="+b.folder)
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("%s: %w\n%s", strings.Join(command, " "), err, out)
		}
	}
	return nil
}

func output(name string, args ...string) (string, error) {
	out, err := exec.Command(name, args...).Output()
	if err != nil {
		return "", fmt.Errorf("%s %s: %w", name, strings.Join(args, " "), err)
	}
	return string(out), nil
}
