package intake

import (
	"runtime"
	"runtime/debug"
	"runtime/metrics"
	"sync/atomic"
)

// least is how much garbage is left to lie at least, in bytes: an import makes
// much of it and keeps little, and would be collecting all the time.
const least = 16 << 20

// share is the garbage that is left to lie beside what is kept, in percent of
// that: half of it, since what is kept of many lines has no pointers to follow,
// and least where that is more.
func share(kept uint64) int { return int(max(50, 100*least/max(kept, 1<<20))) }

// unhurried collects garbage by shares, and returns what ends that. A limit of
// memory alone would not do: beside as much as it allows that is kept, it would
// be collecting all the time; nor would a share alone, which has no least.
func unhurried() (end func()) {
	var ended atomic.Bool
	before := debug.SetGCPercent(share(live()))
	watch(&ended)
	return func() {
		ended.Store(true)
		debug.SetGCPercent(before)
	}
}

// watch sets the share anew after every collection.
func watch(ended *atomic.Bool) {
	runtime.AddCleanup(new(watched), func(ended *atomic.Bool) {
		if !ended.Load() {
			debug.SetGCPercent(share(live()))
			watch(ended)
		}
	}, ended)
}

// watched is gone after the next collection.
type watched struct{ _ *watched }

// live is what the last collection has left, in bytes, 0 before the first.
func live() uint64 {
	list := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	if metrics.Read(list); list[0].Value.Kind() != metrics.KindUint64 {
		return 0
	}
	return list[0].Value.Uint64()
}
