package intake

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"sync/atomic"
	"time"

	"tracker/spill"
)

// meanwhile writes the first lines of a file while the others are still
// checked, for a book that is far: it would wait for that, and then be waited
// for. It is one transaction, which is committed when all lines are good.
// Whatever hinders it before is not told: what it has done is taken back, and
// those lines are written as all others are.
type meanwhile struct {
	next  [][]byte
	parts chan [][]byte // good lines, packed
	over  chan struct{} // closed when the last line is checked
	good  bool          // so that what is written stays; of over
	begun atomic.Bool   // the book lets it write
	asked bool          // it was committed, or tried to be
	err   error
	n     int // lines
	done  chan struct{}
	ctx   context.Context
	stop  context.CancelFunc
}

// How many bytes a file has of which lines are written meanwhile, how many
// parts of it are, and how long: others who write wait for it.
const (
	leastMeanwhile = 64 << 10
	mostMeanwhile  = 16 << 20
	partsMeanwhile = 64
	holds          = 5 * time.Second
)

// errUnchecked is why what was written meanwhile is taken back.
var errUnchecked = errors.New("not every line is good")

// begin begins to write meanwhile, where that is of use: not where bad lines
// are left out, since the last may show that the first is one, nor for a book
// that is only made when all are good.
func (im *importer) begin(ctx context.Context) {
	if im.kept == nil || im.book == nil || im.o.SkipBad || im.size < leastMeanwhile || im.size > mostMeanwhile || !im.book.Far() {
		return
	}
	m := &meanwhile{parts: make(chan [][]byte, partsMeanwhile), over: make(chan struct{}), done: make(chan struct{})}
	m.ctx, m.stop = context.WithTimeout(ctx, im.holds)
	im.meanwhile, im.links = m, spill.Of[pendingLink]()
	go im.along(m, m.parts)
}

// sum is the SHA-256 of the file.
func (im *importer) sum() (string, error) {
	f, err := im.open()
	if err != nil {
		return "", err
	}
	defer f.Close()
	h := sha256.New()
	_, err = io.Copy(h, f)
	return hex.EncodeToString(h.Sum(nil)), err
}

// take takes a good line. The last part of a file is never written meanwhile:
// nobody knows yet that it is.
func (m *meanwhile) take(packed []byte) {
	if m == nil || m.parts == nil {
		return
	}
	if len(m.next) == partSize {
		select {
		case m.parts <- m.next:
			m.next = nil
		default: // it has enough
			m.parts = nil
			return
		}
	}
	m.next = append(m.next, packed)
}

// along writes parts as they come.
func (im *importer) along(m *meanwhile, parts <-chan [][]byte) {
	defer close(m.done)
	sum, err := im.sum()
	if err != nil {
		return
	}
	write, err := im.book.Import(m.ctx, sum)
	if err != nil {
		return
	}
	m.err = write(false, func(b Batch) error {
		m.begun.Store(true)
		lines := make([]logged, partSize)
		for list := m.part(parts); list != nil; list = m.part(parts) {
			if err := im.unpacked(b, list, lines); err != nil {
				return err
			}
			m.n += len(list)
		}
		if m.ctx.Err() != nil || !m.good || im.sha256 != sum || m.n == 0 {
			return errUnchecked
		}
		m.asked = true
		return nil
	})
}

// part waits for the next lines, and returns none when there is no more to do.
func (m *meanwhile) part(parts <-chan [][]byte) [][]byte {
	select {
	case <-m.over:
		return nil
	case <-m.ctx.Done():
		return nil
	default:
	}
	select {
	case list := <-parts:
		return list
	case <-m.over:
	case <-m.ctx.Done():
	}
	return nil
}

// unpacked writes packed lines; lines is room for them.
func (im *importer) unpacked(b Batch, list [][]byte, lines []logged) error {
	clear(lines)
	for i, packed := range list {
		if err := im.kept.Unpack(packed, &lines[i]); err != nil {
			return err
		}
	}
	return im.writePart(b, part{lines: lines[:len(list)]})
}

// settle ends the writing meanwhile: it stays when all lines are good, and
// there is something to write.
func (im *importer) settle(good bool) error {
	m := im.meanwhile
	if m == nil {
		return nil
	}
	m.good = good && im.tally.work() > 0
	close(m.over)
	if !m.good || !m.begun.Load() {
		m.stop()
	}
	<-m.done
	defer m.stop()
	switch {
	case m.asked && m.err == nil:
		im.ahead = m.n
		return nil
	case m.asked && m.ctx.Err() == nil:
		im.written = tally{}
		im.left()
		return m.err
	}
	im.links.Close()
	im.written, im.links = tally{}, nil
	return nil
}
