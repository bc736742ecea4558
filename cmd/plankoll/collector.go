package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"

	"github.com/plankoll/plankoll/checker"
)

// Reading the rules and evaluating them makes much short-lived garbage. The collector
// runs less often than it would, until the program holds as much as this.
const (
	collectAt   = 800 // per cent
	memoryLimit = 128 << 20
)

// An audit runs for long beside others, and keeps to less: what the rules take with the
// gaps between them, and for each submission under way what a large one takes.
const (
	auditLimit       = 44 << 20
	auditLimitPerJob = 14 << 20
	collectInAudit   = 50 // per cent, while the rules are loaded
)

// settleCollector sets when memory is collected.
func settleCollector() {
	if collectorIsOurs() {
		debug.SetGCPercent(collectAt)
		debug.SetMemoryLimit(memoryLimit)
	}
}

// collectorIsOurs tells whether nobody has set it: whoever sets GOGC or GOMEMLIMIT has
// the last word.
func collectorIsOurs() bool { return os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" }

// limitAudit sets the limit of an audit of so many submissions side by side.
func limitAudit(jobs int) {
	if collectorIsOurs() {
		debug.SetMemoryLimit(auditLimit + int64(jobs)*auditLimitPerJob)
	}
}

// loadedClosely loads rules that are to stay for long. Garbage between what stays leaves
// gaps that count against the limit, so it is not let pile up meanwhile.
func loadedClosely(load func() (*checker.Checker, error)) (*checker.Checker, error) {
	if collectorIsOurs() {
		debug.SetGCPercent(collectInAudit)
		defer debug.SetGCPercent(collectAt)
	}
	c, err := load()
	if err == nil {
		c.Compact()
	}
	return c, err
}

// followHeap lets the limit be above what is in use, for a command that holds the reports
// on all plans until they are written: they may need more than the limit, and the
// collector would then do nothing but run. An audit holds a few at a time; see limitAudit.
func followHeap() {
	if collectorIsOurs() {
		afterCollection(new(collection), memoryLimit)
	}
}

// collection is garbage that tells when a collection has been made.
type collection struct{ _ [64]byte }

// afterCollection raises the limit with what is in use, and lowers it again. Twice what is
// in use is what the collector would allow without a limit, at 100 per cent.
func afterCollection(c *collection, set int64) {
	runtime.SetFinalizer(c, func(c *collection) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		limit := max(memoryLimit, 2*int64(live[0].Value.Uint64()))
		if limit != set {
			debug.SetMemoryLimit(limit)
		}
		afterCollection(c, limit)
	})
}
