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

// settleCollector sets when memory is collected. Whoever sets GOGC or GOMEMLIMIT has the
// last word.
func settleCollector() {
	if os.Getenv("GOGC") == "" && os.Getenv("GOMEMLIMIT") == "" {
		debug.SetGCPercent(collectAt)
		debug.SetMemoryLimit(memoryLimit)
		followHeap(new(collection), memoryLimit)
	}
}

// collection is garbage that tells when a collection has been made.
type collection struct{ _ [64]byte }

// followHeap raises the limit with what is in use, and lowers it again: reports on
// thousands of plans may need more than the limit, and the collector would then do
// nothing but run. Twice what is in use is what it would be without a limit, at 100 per
// cent.
func followHeap(c *collection, set int64) {
	runtime.SetFinalizer(c, func(c *collection) {
		live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
		metrics.Read(live)
		limit := max(memoryLimit, 2*int64(live[0].Value.Uint64()))
		if limit != set {
			debug.SetMemoryLimit(limit)
		}
		followHeap(c, limit)
	})
}
