package board

import "iter"

// ahead yields what seq does while seq already works on what comes next, in a
// goroutine of its own, some batches ahead. It ends with the loop.
func ahead[T any](seq iter.Seq2[T, error]) iter.Seq2[T, error] {
	const size, batches = 64, 16 // claims are large: half a megabyte waits
	type item struct {
		value T
		err   error
	}
	return func(yield func(T, error) bool) {
		ready, stop := make(chan []item, batches), make(chan struct{})
		spent := make(chan []item, batches) // to be filled again
		go func() {
			defer close(ready)
			batch := make([]item, 0, size)
			for v, err := range seq {
				if batch = append(batch, item{v, err}); len(batch) < size {
					continue
				}
				select {
				case ready <- batch:
				case <-stop:
					return
				}
				select {
				case batch = <-spent:
					batch = batch[:0]
				default:
					batch = make([]item, 0, size)
				}
			}
			select {
			case ready <- batch:
			case <-stop:
			}
		}()
		defer func() {
			close(stop)
			for range ready { // until the goroutine has left seq
			}
		}()
		for batch := range ready {
			for _, x := range batch {
				if !yield(x.value, x.err) {
					return
				}
			}
			select {
			case spent <- batch:
			default:
			}
		}
	}
}
