package document

import (
	"bytes"
	"encoding/json"
	"fmt"
	"strings"
	"testing"

	"github.com/plankoll/plankoll/checker/report"
)

// submission is a file of about 40 KB in the shape of a plan.
func submission() []byte {
	var services []string
	for i := range 60 {
		services = append(services, fmt.Sprintf(`
    {
      "id": "insats-%d",
      "namn": "Öppen förskola i Majorna %d",
      "beskrivning": "Vi vill öka tryggheten för barn och föräldrar genom \"öppet hus\" varje vecka, i samverkan med biblioteket och familjecentralen. Målet är att nå fler än i fjol.",
      "start": "2026-01-%02d",
      "budget": {"belopp": %d, "valuta": "SEK", "andel": 0.%02d},
      "mål": [
        {"indikator": "besök", "utfall": %d, "mål": %d, "enhet": "antal"},
        {"indikator": "nöjda", "utfall": 87.5, "mål": 90, "enhet": "procent"}
      ],
      "godkänd": true,
      "anmärkning": null
    }`, i, i, i%28+1, 100_000+i, i+10, i*7, i*9))
	}
	return []byte(`{"år": 2026, "utförare": {"namn": "Göteborg"}, "insatser": [` + strings.Join(services, ",") + "]}\n")
}

func BenchmarkRead(b *testing.B) {
	data := submission()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		if document, _ := Read(data, DefaultLimits); document == nil {
			b.Fatal("refused")
		}
	}
}

func BenchmarkLocate(b *testing.B) {
	document := mustRead(b, string(submission()))
	var pointers []report.Pointer
	for i := range 20 {
		pointers = append(pointers, report.Pointer(fmt.Sprintf("/insatser/%d/mål/1/utfall", i*3)))
	}
	b.SetBytes(int64(len(document.Bytes)))
	b.ReportAllocs()
	for b.Loop() {
		document.Locate(pointers)
	}
}

// BenchmarkEncodingJSON is what the others are measured against.
func BenchmarkEncodingJSON(b *testing.B) {
	data := submission()
	b.SetBytes(int64(len(data)))
	b.ReportAllocs()
	for b.Loop() {
		decoder := json.NewDecoder(bytes.NewReader(data))
		decoder.UseNumber()
		var value any
		if err := decoder.Decode(&value); err != nil {
			b.Fatal(err)
		}
	}
}
