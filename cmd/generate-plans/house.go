package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"math/rand/v2"
	"regexp"
	"strings"

	"github.com/plankoll/plankoll/checker/report"
	"github.com/plankoll/plankoll/cmd/internal/surgery"
)

// house makes plans like one that is sound: of another supplier, with services,
// initiatives and texts of its own.
type house struct {
	sound any
	form  surgery.Answers
}

func newHouse(sound []byte, form surgery.Answers) (*house, error) {
	decoder := json.NewDecoder(bytes.NewReader(sound))
	decoder.UseNumber()
	h := &house{form: form}
	return h, decoder.Decode(&h.sound)
}

// leaveOut makes the plans small: what is left is who they are from and what it costs.
func (h *house) leaveOut() {
	small := map[string]any{}
	for name, part := range h.sound.(map[string]any) {
		switch name {
		case "profile", "reportYear", "submittedOn", "supplier":
			small[name] = part
		case "costs":
			table := maps.Clone(part.(map[string]any)["management"].(map[string]any))
			delete(table, "analysis") // prose takes most of the time
			small[name] = map[string]any{"management": table}
		}
	}
	h.sound = small
}

// plan makes the plan of a number, with as many faults.
func (h *house) plan(number, faults int, random *rand.Rand) (any, error) {
	d := dialect{place(number), fmt.Sprintf("-%d", number)}
	plan := d.all("", h.sound)
	for range faults {
		wounds, err := surgery.New(plan, h.form, random).Wounds(1)
		if errors.Is(err, surgery.ErrTooSmall) {
			break // most of it has been cut away
		}
		if err != nil {
			return nil, err
		}
		plan = wounds[0].Plan
	}
	return plan, nil
}

// dialect tells a supplier from the others: what its parts are called, and its ids.
type dialect struct{ prefix, suffix string }

// all rewrites a value and all in it.
func (d dialect) all(at report.Pointer, value any) any {
	switch value := value.(type) {
	case map[string]any:
		changed := make(map[string]any, len(value))
		for name, member := range value {
			changed[name] = d.all(at.Join(name), member)
		}
		return changed
	case []any:
		changed := make([]any, len(value))
		for i, element := range value {
			changed[i] = d.all(at.Index(i), element)
		}
		return changed
	case string:
		return d.text(at, value)
	}
	return value
}

var (
	isID = regexp.MustCompile(`(/id|/service|/initiative|/proposal|/services/[0-9]+|/contributesTo/[0-9]+)$`)

	// What no two suppliers write alike: most long words are the supplier's own, but
	// those that say when, how much, and what is to be done.
	isProse = regexp.MustCompile(`(/effectGoals/[0-9]+/text|/need|/benefit)$`)
	anyWord = regexp.MustCompile(`\p{L}+`)
	kept    = set("procent", "senast", "genomsnitt", "utgången", "december", "september", "november", "oktober", "februari", "augusti",
		"januari", "årsskiftet", "månaden", "sekunder", "minuter", "halveras", "förslaget", "utvecklingen", "nationella",
		"startar", "upphandlingen", "annonseras", "arbetet", "minska", "minskar", "mellan", "sjunker", "ha sjunkit",
		"sjunkit", "kortas", "mätningen", "behöver", "måste", "gäller", "tjänsten", "tjänster", "anslutning", "börjar",
		"tiderna", "timmar", "stället", "plocka", "andelen", "antalet", "nämndens", "ingen")

	// Nouns that can be the end of a compound: each supplier has its own.
	nouns = regexp.MustCompile(`\b(` + strings.Join([]string{
		"samtal", "bygglov", "halltid", "hallar", "felanmälningarna", "felanmälningar", "felanmälan", "hemtjänsten",
		"planeringsappen", "fullmakten", "fullmakt", "tillståndsärenden", "tillståndsärende", "handläggaren", "handläggarna",
		"handläggare", "besked", "lokalerna", "lokaler", "lokal", "föreningarna", "föreningar", "vaktmästarna",
		"formuläret", "formulär", "besökarna", "besökaren", "rådgivningen", "tidbok", "idrottshallar", "invånarna",
		"invånare", "kontaktcenter", "ombud", "bilder", "kunderna", "kunder", "medarbetarna", "medarbetare", "utbildningen",
		"anmälningarna", "anmälan", "gator", "parker", "komplettering", "läget", "beslutet", "ansökningar", "serveringstillstånd",
		"språk", "engelska", "lås", "nyckel", "kontorstid", "papper", "besök", "telefontid", "skadegörelsen", "frågor", "brister",
		"minuter", "fel", "andel", "tiden", "tid", "beskedstexterna", "installationen", "undersköterska", "systemet", "administratörer",
	}, "|") + `)\b`)
)

func set(words ...string) map[string]bool {
	all := map[string]bool{}
	for _, word := range words {
		all[word] = true
	}
	return all
}

func (d dialect) text(at report.Pointer, text string) string {
	switch {
	case at == "/profile" || strings.HasSuffix(string(at), "/kind"):
		return text
	case at == "/supplier/name":
		return "Nämnden för " + d.prefix + "service"
	case isID.MatchString(string(at)) && !strings.Contains(text, " "):
		return text + d.suffix
	case strings.HasSuffix(string(at), "/name"):
		return text + " i " + strings.ToUpper(d.prefix[:1]) + d.prefix[1:]
	}
	if isProse.MatchString(string(at)) {
		text = anyWord.ReplaceAllStringFunc(text, func(word string) string {
			if len(word) < 6 || word != strings.ToLower(word) || kept[word] || nouns.MatchString(word) {
				return word
			}
			return d.prefix + word
		})
	}
	return nouns.ReplaceAllStringFunc(text, func(noun string) string { return d.prefix + noun })
}

// place is a name for a number that no other has, such as those of places.
func place(number int) string {
	first := []string{"berg", "dal", "ek", "fors", "gran", "hav", "isel", "käll", "lund", "mal", "norr", "obel", "park", "ros", "sand", "torp", "udde", "vik", "ys", "öst"}
	last := []string{"by", "holm", "torp", "ås", "sjö", "vall", "hult", "ryd", "mark", "näs"}
	name := last[number%len(last)]
	for number /= len(last); ; number /= len(first) {
		name = first[number%len(first)] + name
		if number < len(first) {
			return name
		}
	}
}
