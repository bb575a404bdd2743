package site

import (
	"runtime/debug"
	"runtime/metrics"
)

// most is how much memory may be taken, in bytes, before what is not needed any
// more has to be found again.
const most = 200 << 20

// spend lets what is not needed lie as long as there is room, which saves a tenth
// of the time, and returns what ends that. A book that is too large for it goes on
// as it is.
func spend() func() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 || live[0].Value.Uint64()*3/2 > most {
		return func() {}
	}
	percent, limit := debug.SetGCPercent(300), debug.SetMemoryLimit(most)
	return func() {
		debug.SetGCPercent(percent)
		debug.SetMemoryLimit(limit)
	}
}
