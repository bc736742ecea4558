package main

import (
	"path/filepath"
	"strings"
	"testing"
)

// The sound plan with one figure that is wrong, which two rules find and the
// accountant explains.
func oneFault(t testing.TB) string {
	return replaced(t, read(t, sound), `"forecast": 7079`, `"forecast": 7179`)
}

// repository is a folder with a repository and a plan in it.
func repository(t testing.TB, plan string, files map[string]string) string {
	t.Helper()
	all := map[string]string{".git/HEAD": "", "plan.json": plan}
	for name, content := range files {
		all[name] = content
	}
	return write(t, all)
}

// waivers are what `plankoll waive` writes for the one fault.
func waivers(t testing.TB, folder, lastDay string, asked ...string) string {
	t.Helper()
	args := append([]string{"waive", "plan.json"}, asked...)
	got := in(t, folder, append(args, "--reason", "Avtalet räknas upp i mars.", "--approved-by", "Anna Ek", "--last-day", lastDay)...)
	if got.code != 0 || got.stderr != "" {
		t.Fatalf("exit code %d, %q", got.code, got.stderr)
	}
	return got.stdout
}

func TestWaivers(t *testing.T) {
	entry := waivers(t, repository(t, oneFault(t), nil), "2023-12-31", "accountant/wrong-figure")
	if !strings.HasPrefix(entry, "# ") || strings.Count(entry, "- rule:") != 1 {
		t.Fatalf("the entry is\n%s", entry)
	}
	check := func(t *testing.T, plan, waivers string, args ...string) (outcome, reported) {
		folder := repository(t, plan, map[string]string{".plankoll-waivers.yaml": waivers})
		got := in(t, folder, append([]string{"check", "--format", "json", "plan.json"}, args...)...)
		return got, got.report(t)
	}
	for name, c := range map[string]struct {
		plan, waivers string
		args          []string
		code          int
		verdict       string
		said          string // rule of the stage of waivers
	}{
		"it holds":            {oneFault(t), entry, nil, 0, "accepted-with-remarks", ""},
		"the day is plain":    {oneFault(t), strings.ReplaceAll(entry, `"`, ""), nil, 0, "accepted-with-remarks", ""},
		"the day after":       {oneFault(t), entry, []string{"--as-of", "2024-01-01"}, 1, "rejected", "waiver/expired"},
		"the content changes": {replaced(t, oneFault(t), `"forecast": 7179`, `"forecast": 7189`), entry, nil, 1, "rejected", "waiver/lapsed"},
		"the fault is mended": {read(t, sound), entry, nil, 0, "accepted-with-remarks", "waiver/unused"},
	} {
		t.Run(name, func(t *testing.T) {
			got, r := check(t, c.plan, c.waivers, c.args...)
			if got.code != c.code || r.Verdict != c.verdict {
				t.Errorf("exit code %d, not %d; %s, not %s", got.code, c.code, r.Verdict, c.verdict)
			}
			var said []string
			for _, f := range r.Findings {
				if f.Stage == "waiver" {
					said = append(said, f.Rule)
				}
			}
			if strings.Join(said, " ") != c.said {
				t.Errorf("it says %q, not %q", said, c.said)
			}
		})
	}
	t.Run("shown", func(t *testing.T) {
		folder := repository(t, oneFault(t), map[string]string{"given/w.yaml": entry, ".plankoll.yaml": "waivers: given/w.yaml"})
		got := in(t, folder, "check", "plan.json")
		for _, said := range []string{
			"GODKÄNT MED ANMÄRKNINGAR", "\n1 undantag", "HAR UNDANTAG (1)",
			"Undantag till och med 31 december 2023, godkänt av Anna Ek.", "Skäl: Avtalet räknas upp i mars.",
		} {
			if !strings.Contains(strings.ReplaceAll(got.stdout, "\u00a0", " "), said) {
				t.Errorf("the report does not say %q:\n%.1200s", said, got.stdout)
			}
		}
		r := in(t, folder, "check", "--format", "json", "plan.json").report(t)
		f := r.Findings[0]
		if f.Status != "waived" || f.Waiver == nil || f.Waiver.ApprovedBy != "Anna Ek" || r.Summary.Waived != 1 || r.Summary.Errors != 0 {
			t.Errorf("%+v, %+v", f, r.Summary)
		}
		if got := in(t, folder, "check", "--no-config", "plan.json"); got.code != 1 {
			t.Errorf("where no settings are wanted the exit code is %d", got.code)
		}
		if got := in(t, folder, "check", "--no-config", "--waivers", "given/w.yaml", "plan.json"); got.code != 0 {
			t.Errorf("where the file is named the exit code is %d, %q", got.code, got.stderr)
		}
	})
	t.Run("what is not mended", func(t *testing.T) {
		// The explanation stands for two faults; one of them is answered for.
		one := waivers(t, repository(t, oneFault(t), nil), "2023-12-31", "budget/column-sum", "/costs/management/totals/forecast")
		if got, r := check(t, oneFault(t), one); got.code != 1 || r.Summary.Waived != 0 {
			t.Errorf("exit code %d, %+v", got.code, r.Summary)
		}
		both := one + waivers(t, repository(t, oneFault(t), nil), "2023-12-31", "budget/index", "lokalbokning")
		if got, r := check(t, oneFault(t), both); got.code != 0 || r.Summary.Waived != 1 {
			t.Errorf("exit code %d, %+v", got.code, r.Summary)
		}
	})
}

// What is wrong with a file of waivers is told in the format asked for.
func TestWaiversThatAreRefused(t *testing.T) {
	folder := repository(t, oneFault(t), map[string]string{"w.yaml": "- rule: budget/indx\n"})
	got := in(t, folder, "check", "--waivers", "w.yaml", "--format", "json", "plan.json")
	if r := got.report(t); got.code != 2 || r.Verdict != "undecided" || len(r.of("engine/not-made")) != 1 || !strings.Contains(got.stderr, "w.yaml:1: ") {
		t.Errorf("exit code %d, %s, %q", got.code, r.Verdict, got.stderr)
	}
	refused(t, in(t, folder, "check", "--waivers", "none.yaml", "plan.json"), `"none.yaml" finns inte`)
}

// What nobody has filled in yet is no waiver.
func TestWaiveAsksForTheRest(t *testing.T) {
	folder := repository(t, oneFault(t), nil)
	blank := in(t, folder, "waive", "plan.json", "accountant/wrong-figure").stdout
	refused(t, in(t, repository(t, oneFault(t), map[string]string{".plankoll-waivers.yaml": blank}), "check", "plan.json"), "Texten är tom")
	refused(t, in(t, folder, "waive", "plan.json"), "Ange underlaget och regeln")
	refused(t, in(t, folder, "waive", "plan.json", "budget/none"), "ingen anmärkning")
}

func TestBaseline(t *testing.T) {
	folder := repository(t, oneFault(t), map[string]string{
		"other.json": replaced(t, oneFault(t), `"forecast": 7179`, `"forecast": 7189`),
		"sound.json": read(t, sound),
		"copy.json":  oneFault(t),
		"no.json":    "{",
	})
	if got := in(t, folder, "baseline", "plan.json", "--output", "b.json"); got.code != 0 || got.stdout != "" || got.stderr != "" {
		t.Fatalf("exit code %d, %q, %q", got.code, got.stdout, got.stderr)
	}
	if got := in(t, folder, "baseline", "plan.json"); got.stdout != read(t, filepath.Join(folder, "b.json")) {
		t.Error("what is printed is not what is written")
	}
	check := func(name string, args ...string) (outcome, reported) {
		got := in(t, folder, append([]string{"check", "--baseline", "b.json", "--format", "json", name}, args...)...)
		return got, got.report(t)
	}
	if got, r := check("plan.json"); got.code != 0 || r.Verdict != "rejected" || r.Summary.Known != 1 || r.Summary.Errors != 1 || r.Findings[0].Status != "known" || len(r.Comparison.Gone) != 0 || !r.Comparison.SameRules {
		t.Errorf("the same plan: exit code %d, %s, %+v, %+v", got.code, r.Verdict, r.Summary, r.Comparison)
	}
	// As many faults of the same kinds in the same places, but not the same.
	if got, r := check("other.json"); got.code != 1 || r.Summary.Known != 0 || r.Comparison.New != 1 || len(r.Comparison.Gone) != 2 {
		t.Errorf("a swap: exit code %d, %+v, %+v", got.code, r.Summary, r.Comparison)
	}
	if got, r := check("sound.json"); got.code != 0 || r.Verdict != "accepted" || len(r.Comparison.Gone) != 2 || !r.Comparison.Gone[0].Judged {
		t.Errorf("mended: exit code %d, %s, %+v", got.code, r.Verdict, r.Comparison)
	}
	if got, r := check("no.json"); got.code != 2 || r.Comparison.Found {
		t.Errorf("unreadable: exit code %d, %+v", got.code, r.Comparison)
	}
	if got, r := check("plan.json", "--policies", house(t, nil)); got.code != 0 || r.Comparison.SameRules || r.Comparison.New != 1 {
		t.Errorf("other rules: exit code %d, %+v", got.code, r.Comparison)
	}
	text := in(t, folder, "check", "--baseline", "b.json", "sound.json").stdout
	for _, said := range []string{"Jämfört med baslinjen: 0 nya, 0 kända, 2 borta.", "BORTA SEDAN BASLINJEN (2)", "budget/index"} {
		if !strings.Contains(text, said) {
			t.Errorf("the text does not say %q", said)
		}
	}
	refused(t, in(t, folder, "baseline", "no.json"), "no.json kunde inte kontrolleras")
	refused(t, in(t, folder, "baseline", "plan.json", "copy.json"), "samma leverantör och rapportår")
	refused(t, in(t, folder, "check", "--baseline", "none.json", "plan.json"), `"none.json" finns inte`)
	refused(t, in(t, folder, "check", "--baseline", "no.json", "plan.json"), "no.json kan inte användas")
}
