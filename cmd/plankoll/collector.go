package main

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Reading the rules and evaluating them makes much short-lived garbage. The collector
// runs less often than it would, until the program holds as much as this.
const (
	collectAt   = 400 // per cent
	memoryLimit = 128 << 20
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

// followHeap lets the limit be above what is in use, for a command that holds the reports
// on all plans until they are written: they may need more than the limit, and the
// collector would then do nothing but run. An audit holds a few at a time, and keeps to
// the limit.
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
