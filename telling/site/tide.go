package site

import (
	"sync"
	"sync/atomic"
)

// tide brings pages to the disk while others are made: at the end the disk would
// have everything to do, and the processors nothing.
type tide struct {
	height atomic.Int64 // bytes since it last went out
	out    chan struct{}
	over   sync.WaitGroup
}

// highest is how many bytes wait before they are brought to the disk.
const highest = 32 << 20

// newTide brings what was written to the disk by a function.
func newTide(flush func()) *tide {
	t := &tide{out: make(chan struct{}, 1)}
	t.over.Go(func() {
		for range t.out {
			flush()
		}
	})
	return t
}

// rise takes note of what was written. It never waits.
func (t *tide) rise(n int) {
	if t.height.Add(int64(n)) < highest {
		return
	}
	t.height.Store(0)
	select {
	case t.out <- struct{}{}:
	default: // it is going out
	}
}

// end waits until nothing is brought to the disk any more.
func (t *tide) end() {
	close(t.out)
	t.over.Wait()
}
