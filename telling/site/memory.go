package site

import (
	"runtime/debug"
	"runtime/metrics"
)

// spare is how much memory may be taken, in bytes, before every piece of it that
// is not needed any more has to be found again: a large book leaves less of it.
const spare = 200 << 20

// spend lets what is not needed lie as long as there is room, which saves a tenth
// of the time, and returns what ends that.
func spend() func() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 {
		return func() {}
	}
	held := max(int64(live[0].Value.Uint64()), 1<<20)
	before := debug.SetGCPercent(int(min(max((spare-held)*100/held, 40), 400)))
	return func() { debug.SetGCPercent(before) }
}
