package scoring

// filler adds entries to a table in a goroutine of its own, so that the table
// sorts while the next rows are read.
type filler struct {
	batch  []entry
	filled chan []entry
	empty  chan []entry
	done   chan struct{}
}

const batchSize = 4096

func newFiller(t *Table) *filler {
	f := &filler{
		batch:  make([]entry, 0, batchSize),
		filled: make(chan []entry, 1),
		empty:  make(chan []entry, 3),
		done:   make(chan struct{}),
	}
	f.empty <- make([]entry, 0, batchSize)
	f.empty <- make([]entry, 0, batchSize)
	go func() {
		defer close(f.done)
		for batch := range f.filled {
			for _, e := range batch {
				t.add(e)
			}
			f.empty <- batch[:0]
		}
	}()
	return f
}

func (f *filler) add(e entry) {
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
