package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"slices"
	"strconv"
	"syscall"
	"time"
)

// cost is what a process took.
type cost struct {
	wall, cpu float64 // seconds
	peak      float64 // MiB
}

// run runs a process to its end. That it finds something, or that something in a plan
// can't be judged, is no failure.
func run(command []string) cost {
	cmd := exec.Command(command[0], command[1:]...)
	began := time.Now()
	err := cmd.Run()
	wall := time.Since(began).Seconds()
	var exited *exec.ExitError
	if err != nil && (!errors.As(err, &exited) || exited.ExitCode() > 2) {
		fail(fmt.Errorf("%s: %w", command[0], err))
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	return cost{
		wall: wall,
		cpu:  (cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()).Seconds(),
		peak: float64(usage.Maxrss) / 1024,
	}
}

func heading(title string) {
	fmt.Printf("\n%s\n  %-26s %28s %28s %28s\n", title, "", "wall, s", "cpu, s", "peak, MiB")
}

// pair lets program and peer take turns, and prints the medians of both with the
// smallest and largest, and the median of the ratios pair by pair. It returns what the
// peer took.
func (b *bench) pair(name string, program, peer []string) (theirs []cost) {
	var ours []cost
	for range b.rounds {
		ours = append(ours, run(program))
		theirs = append(theirs, run(peer))
	}
	b.print("plankoll", name, ours, theirs)
	return theirs
}

func (b *bench) print(name, other string, ours, theirs []cost) {
	row := func(title string, costs []cost) {
		fmt.Printf("  %-26s", title)
		for _, of := range []func(cost) float64{wall, cpu, peak} {
			fmt.Printf(" %28s", spread(costs, of))
		}
		fmt.Println()
	}
	row(name, ours)
	row(other, theirs)
	fmt.Printf("  %-26s", name+" / "+other)
	for _, of := range []func(cost) float64{wall, cpu, peak} {
		var ratios []float64
		for i := range ours {
			ratios = append(ratios, of(ours[i])/of(theirs[i]))
		}
		fmt.Printf(" %28s", fmt.Sprintf("%.3f (%.3f-%.3f)", median(ratios), slices.Min(ratios), slices.Max(ratios)))
	}
	fmt.Println()
}

func wall(c cost) float64 { return c.wall }
func cpu(c cost) float64  { return c.cpu }
func peak(c cost) float64 { return c.peak }

func spread(costs []cost, of func(cost) float64) string {
	var values []float64
	for _, c := range costs {
		values = append(values, of(c))
	}
	return fmt.Sprintf("%.2f (%.2f-%.2f)", median(values), slices.Min(values), slices.Max(values))
}

func median(values []float64) float64 {
	sorted := slices.Sorted(slices.Values(values))
	if n := len(sorted); n%2 == 0 {
		return (sorted[n/2-1] + sorted[n/2]) / 2
	}
	return sorted[len(sorted)/2]
}

// again audits twice with a cache: the second run finds everything known. The first is
// held against what the peer took for the same plans, of which it holds a few at a time.
func (b *bench) again(plans, name string, peer []cost) error {
	var first, second []cost
	for i := range b.rounds {
		cache := b.path("cache" + strconv.Itoa(i))
		command := []string{b.path("plankoll"), "audit", "--quiet", "--fail-on", "never", "--cache", cache, "--out", b.path("audit"), plans}
		if err := os.RemoveAll(b.path("audit")); err != nil {
			return err
		}
		first = append(first, run(command))
		second = append(second, run(command))
	}
	b.print("first", "second", first, second)
	b.print("first", name, first, peer)
	return nil
}

// growth audits more and more records from a stream, for the memory that it takes.
func (b *bench) growth() error {
	if len(b.records) == 0 {
		return nil
	}
	heading("audit of small plans from a stream")
	for _, n := range b.records {
		file := b.path("records.jsonl")
		made, err := os.Create(file)
		if err != nil {
			return err
		}
		cmd := exec.Command(b.path("generate-plans"), "-small", "-n", strconv.Itoa(n), "-seed", strconv.FormatUint(b.seed, 10))
		cmd.Stdout = made
		if err := errors.Join(cmd.Run(), made.Close()); err != nil {
			return err
		}
		c := run([]string{b.path("plankoll"), "audit", "--quiet", "--fail-on", "never", file})
		fmt.Printf("  %-26d %28.2f %28.2f %28.2f\n", n, c.wall, c.cpu, c.peak)
	}
	return nil
}
