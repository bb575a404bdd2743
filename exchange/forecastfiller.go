package exchange

import "tracker/scoring"

// filler adds entries to a table in a goroutine of its own, so that the table
// sorts while the next rows are read.
type filler struct {
	batch  []scoring.Row
	filled chan []scoring.Row
	empty  chan []scoring.Row
	done   chan struct{}
}

const batchSize = 4096

func newFiller(t *scoring.Table) *filler {
	f := &filler{
		batch:  make([]scoring.Row, 0, batchSize),
		filled: make(chan []scoring.Row, 1),
		empty:  make(chan []scoring.Row, 3),
		done:   make(chan struct{}),
	}
	f.empty <- make([]scoring.Row, 0, batchSize)
	f.empty <- make([]scoring.Row, 0, batchSize)
	go func() {
		defer close(f.done)
		for batch := range f.filled {
			t.Add(batch)
			f.empty <- batch[:0]
		}
	}()
	return f
}

func (f *filler) add(e scoring.Row) {
	f.batch = append(f.batch, e)
	if len(f.batch) == batchSize {
		f.filled <- f.batch
		f.batch = <-f.empty
	}
}

// close adds what is left and waits until the table has everything.
func (f *filler) close() {
	f.filled <- f.batch
	close(f.filled)
	<-f.done
}
