package board

import (
	"iter"
	"maps"
	"runtime"
	"slices"
	"sync"
	"sync/atomic"

	"tracker/scoring"
)

// Rows goes through the rows of the board in their order. With Options.RowsLater
// they are made meanwhile, each time anew, and kept by nobody.
func (b Board) Rows() iter.Seq[Group] {
	if b.rows != nil {
		return b.rows
	}
	return slices.Values(b.Groups)
}

// groups are the rows of some tallies.
func (s *scorer) groups(tallies map[groupKey]*groupTally, book scoring.Forecasts) []Group {
	return gathered(s.rows(tallies, book))
}

func gathered(rows iter.Seq[Group]) []Group {
	list := slices.AppendSeq([]Group{}, rows)
	tellTrends(list)
	return list
}

// rowsAtOnce are measured before the first of them is handed on.
const rowsAtOnce = 256

// rows measures the rows of some tallies, some at a time on all processors. Once
// nobody wants the board there are no more.
func (s *scorer) rows(tallies map[groupKey]*groupTally, book scoring.Forecasts) iter.Seq[Group] {
	return func(yield func(Group) bool) {
		order, against := slices.SortedFunc(maps.Keys(tallies), compareKeys), s.o.Against.Of(book)
		for keys := range slices.Chunk(order, rowsAtOnce) {
			list := make([]Group, len(keys))
			inParallel(len(keys), s.o.Ended, func(i int) { list[i] = s.group(keys[i], tallies[keys[i]], against) })
			for i := range list {
				if s.o.Ended() || !yield(list[i]) {
					return
				}
			}
		}
	}
}

// inParallel does the jobs 0 … n−1 on all processors until it has ended.
func inParallel(n int, ended func() bool, do func(i int)) {
	var next atomic.Int64
	var running sync.WaitGroup
	for range min(runtime.GOMAXPROCS(0), n) {
		running.Go(func() {
			for i := int(next.Add(1)) - 1; i < n && !ended(); i = int(next.Add(1)) - 1 {
				do(i)
			}
		})
	}
	running.Wait()
}
