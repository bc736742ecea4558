package main

import (
	"runtime"
	"runtime/debug"
	"testing"
	"time"
)

// The limit lies above what is in use, and is low again when that is let go.
func TestMemoryLimitFollowsTheHeap(t *testing.T) {
	t.Setenv("GOGC", "")
	t.Setenv("GOMEMLIMIT", "")
	settleCollector()
	followHeap()
	becomes := func(holds func(limit int64) bool) bool {
		for range 500 {
			runtime.GC()
			if holds(debug.SetMemoryLimit(-1)) {
				return true
			}
			time.Sleep(10 * time.Millisecond)
		}
		return false
	}
	const much = 200 << 20
	held := make([]byte, much)
	if !becomes(func(limit int64) bool { return limit >= 2*much }) {
		t.Errorf("with %d bytes in use the limit is %d", much, debug.SetMemoryLimit(-1))
	}
	runtime.KeepAlive(held)
	if !becomes(func(limit int64) bool { return limit < much }) {
		t.Errorf("with little in use the limit is %d", debug.SetMemoryLimit(-1))
	}
}
