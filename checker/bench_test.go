package checker_test

import (
	"context"
	"os"
	"testing"

	"github.com/plankoll/plankoll/checker"
)

func BenchmarkLoad(b *testing.B) {
	for b.Loop() {
		if _, err := checker.Load(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkCheck is the cost of one submission once everything is loaded.
func BenchmarkCheck(b *testing.B) {
	c, err := checker.Load()
	if err != nil {
		b.Fatal(err)
	}
	for _, sample := range []string{"sound", "real"} {
		data, err := os.ReadFile("../testdata/submissions/" + sample + ".json")
		if err != nil {
			b.Fatal(err)
		}
		b.Run(sample, func(b *testing.B) {
			b.SetBytes(int64(len(data)))
			b.ReportAllocs()
			for b.Loop() {
				c.Check(context.Background(), checker.Submission{Bytes: data}, checker.Options{})
			}
		})
	}
}
