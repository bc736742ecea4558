package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"os/exec"
	"slices"
)

// finding is what is compared: which rule finds something, and where.
type finding struct{ file, rule, path string }

// sameFindings makes sure that program and peer find the same.
func (b *bench) sameFindings(program, peer []string) error {
	type said struct {
		Rule, Path, Stage string
		Replaces          []struct{ Rule, Path string }
	}
	var reports []struct {
		Input    struct{ Name string }
		Findings []said
	}
	if err := decodeFrom(program, &reports); err != nil {
		return err
	}
	ours, theirs := map[finding]int{}, map[finding]int{}
	unreadable := map[string]bool{}
	for _, r := range reports {
		for _, f := range r.Findings {
			switch {
			case len(f.Replaces) > 0: // an explanation stands for them
				for _, replaced := range f.Replaces {
					ours[finding{r.Input.Name, replaced.Rule, replaced.Path}]++
				}
			case f.Stage == "policy":
				ours[finding{r.Input.Name, f.Rule, f.Path}]++
			default: // the peers hold no plan against the schema, and ask of what is unsound
				unreadable[r.Input.Name] = true
			}
		}
	}
	type remark struct {
		Metadata struct{ Kind, Rule, Path string }
	}
	var results []struct {
		Filename           string
		Failures, Warnings []remark
	}
	if err := decodeFrom(peer, &results); err != nil {
		return err
	}
	for _, r := range results {
		for _, f := range slices.Concat(r.Failures, r.Warnings) {
			if f.Metadata.Kind == "finding" {
				theirs[finding{r.Filename, f.Metadata.Rule, f.Metadata.Path}]++
			}
		}
	}
	compared, different := 0, 0
	for _, pair := range [][2]map[finding]int{{ours, theirs}, {theirs, ours}} {
		for f, n := range pair[0] {
			if unreadable[f.file] {
				continue
			}
			compared++
			if pair[1][f] != n {
				different++
			}
		}
	}
	fmt.Printf("findings by rule and place: %d, of which %d differ (%d plans of the wrong shape are left out)\n", compared/2, different, len(unreadable))
	if compared == 0 {
		return errors.New("nothing is found in any of the plans, so there is nothing to compare; make more by -files")
	}
	if different > 0 {
		return errors.New("program and peer do not find the same, so there is nothing to compare")
	}
	return nil
}

// decodeFrom reads what a process prints.
func decodeFrom(command []string, into any) error {
	out, err := exec.Command(command[0], command[1:]...).Output()
	var exited *exec.ExitError
	if err != nil && (!errors.As(err, &exited) || exited.ExitCode() > 2) {
		return fmt.Errorf("%s: %w", command[0], err)
	}
	return json.Unmarshal(out, into)
}
