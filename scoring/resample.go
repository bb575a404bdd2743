package scoring

import (
	"math"
	"runtime"
	"sync"
	"sync/atomic"
)

// replicates runs o.Resamples replicates on all processors and returns their
// results in order. worker makes the function of one goroutine, which may
// keep scratch space between calls.
func replicates[T any](o Options, why purpose, worker func() func(*generator) T) []T {
	return replicatesFrom(0, o.Resamples, o.Seed, why, worker)
}

// replicatesFrom runs the n replicates from the first on.
func replicatesFrom[T any](first, n int, seed uint64, why purpose, worker func() func(*generator) T) []T {
	results := make([]T, n)
	parallel((len(results)+atOnce-1)/atOnce, func() func(int) {
		draw := worker()
		var g generator
		return func(some int) {
			for r := some * atOnce; r < min(len(results), (some+1)*atOnce); r++ {
				g = newGenerator(seed, why, first+r)
				results[r] = draw(&g)
			}
		}
	})
	return results
}

// atOnce is how many replicates a goroutine takes on at a time.
const atOnce = 25

// parallel does the jobs 0 … n−1 on all processors, in no fixed order. worker
// makes the function of one goroutine.
func parallel(n int, worker func() func(job int)) {
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		running.Go(func() {
			do := worker()
			for job := int(next.Add(1)) - 1; job < n; job = int(next.Add(1)) - 1 {
				do(job)
			}
		})
	}
	running.Wait()
}

// quantile is the type-7 quantile (Hyndman and Fan, 1996) of sorted values, of
// which there is at least one: linear between the order statistics around
// (n−1)q.
func quantile(sorted []float64, q float64) float64 {
	at := float64(float64(len(sorted)-1) * q)
	i := int(math.Floor(at))
	if i+1 >= len(sorted) {
		return sorted[len(sorted)-1]
	}
	return sorted[i] + float64((at-float64(i))*(sorted[i+1]-sorted[i]))
}
