package workbook

import (
	"errors"
	"math/rand/v2"
	"os"
	"strconv"
	"testing"
)

// unwanted is a place that takes nothing once it has been asked a few times.
type unwanted struct {
	left    int
	written int
}

var errUnwanted = errors.New("nobody wants it any more")

func (u *unwanted) Write(p []byte) (int, error) {
	if u.left--; u.left < 0 {
		return 0, errUnwanted
	}
	u.written += len(p)
	return len(p), nil
}

// A workbook that nobody wants any more ends while it is packed, before any of
// it is written, and leaves no file behind.
func TestWorkbookEndsWhenUnwanted(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	random := rand.New(rand.NewPCG(1, 2))
	for name, write := range map[string]func(*unwanted) error{
		"of a report": func(u *unwanted) error {
			b := NewBook(u, "A book")
			s := b.Sheet("One", []Column{{"Number", 10, Whole}, {"Text", 10, Text}})
			for range 200_000 {
				if err := s.Row(random.Int(), strconv.Itoa(random.Int())); err != nil {
					return err
				}
			}
			return b.Close()
		},
		"of an export": func(u *unwanted) error {
			w := NewWriter(u)
			for range 200_000 {
				if err := w.Row([]any{random.Float64(), strconv.Itoa(random.Int())}); err != nil {
					return err
				}
			}
			return w.Close()
		},
	} {
		u := &unwanted{left: 100}
		if err := write(u); !errors.Is(err, errUnwanted) {
			t.Errorf("a workbook %s: %v", name, err)
		}
		if u.written > 0 {
			t.Errorf("a workbook %s: %d bytes were written", name, u.written)
		}
		left, err := os.ReadDir(dir)
		if err != nil || len(left) > 0 {
			t.Errorf("a workbook %s leaves %v, %v", name, left, err)
		}
	}
}
