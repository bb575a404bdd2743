package intake

import (
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/exchange"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/spill"
)

// farBook is a book that is far. Its check does not come to the last lines
// before some were written meanwhile.
type farBook struct {
	Book
	lines    int           // of the file
	asked    int           // about so many of them
	wrote    chan struct{} // closed when a line is written
	tried    int           // transactions
	kept     [][]string    // the keys of those that stayed
	refuses  error         // the first line that is written
	unsettle error         // the first commit
}

func (b *farBook) Far() bool                          { return true }
func (b *farBook) Count(context.Context) (int, error) { return 1, nil }

func (b *farBook) Shown(context.Context) (func(kind, name string) string, error) {
	return asWritten, nil
}

func (b *farBook) OnEvents(context.Context, []string) (map[string][]claims.Claim, error) {
	return nil, nil
}

func (b *farBook) Known(_ context.Context, list []*claims.Claim) (Known, error) {
	if b.asked += len(list); b.asked > b.lines-atOnce {
		<-b.wrote
	}
	return farBatch{}, nil
}

func (b *farBook) Import(context.Context, string) (Writer, error) {
	return func(_ bool, fn func(Batch) error) error {
		b.tried++
		t := farBatch{book: b, keys: new([]string)}
		if err := fn(t); err != nil {
			return err
		}
		if b.tried == 1 && b.unsettle != nil {
			return b.unsettle
		}
		b.kept = append(b.kept, *t.keys)
		return nil
	}, nil
}

// farBatch is a transaction of it, in which nothing is there yet.
type farBatch struct {
	Batch
	book *farBook
	keys *[]string
}

func (farBatch) Untouched() bool                  { return true }
func (farBatch) Look([]*claims.Claim, bool) error { return nil }

func (farBatch) Same(*claims.Claim) (c claims.Claim, ok bool, err error) { return c, false, nil }

func (t farBatch) Add(c *claims.Claim) error {
	if b := t.book; b.tried == 1 && len(*t.keys) == 0 {
		close(b.wrote)
		if b.refuses != nil {
			return b.refuses
		}
	}
	*t.keys = append(*t.keys, c.Key)
	return nil
}

// nobody is told.
type nobody struct{ Teller }

func (nobody) Sayf(string, ...any) {}
func (nobody) Set(int64)           {}
func (nobody) Done()               {}

// mustSend imports a file of lines into a book that is far. For the sum of the
// file it stands for another one.
func mustSend(t *testing.T, b *farBook, file, summed string, holds time.Duration) error {
	t.Helper()
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	today := calendar.Date(2025, 9, 1)
	opened := 0
	im := &importer{
		Program: Program{Teller: nobody{}, Now: claims.At(today.Start(time.UTC)), Today: today, Bar: func(int64, string) Bar { return nobody{} }},
		book:    b, reader: &claims.Reader{Deadlines: deadlines, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"},
		name: "claims.jsonl", size: int64(len(file)), holds: holds, shown: asWritten, kept: spill.Of[logged](),
		read: func(r io.Reader) iter.Seq2[exchange.Line, error] { return exchange.ReadJSONL(r, "claims.jsonl") },
		open: func() (io.ReadCloser, error) {
			if opened++; opened == 1 {
				return io.NopCloser(strings.NewReader(file)), nil
			}
			return io.NopCloser(strings.NewReader(summed)), nil
		},
	}
	defer im.kept.Close()
	return im.run(t.Context())
}

// gates is a file of so many lines.
func gates(n int) (file string, keys []string) {
	var text strings.Builder
	for i := range n {
		keys = append(keys, fmt.Sprintf("k%d", i))
		fmt.Fprintf(&text, `{"key":"k%d","statement":"Gate %d opens","speaker":"The harbour","stated_on":"2025-07-01","window":{"earliest":"2025-07-01","latest":"2025-09-01"}}`+"\n", i, i)
	}
	return text.String(), keys
}

// The first lines of a file go to a book that is far while the last are checked.
// They stay only when all are good, and whatever hinders that, every line is
// written once and in order.
func TestMeanwhile(t *testing.T) {
	const n = 2*BatchSize + 7
	file, keys := gates(n)
	for name, c := range map[string]struct {
		file, summed string
		book         farBook
		ends         string // with an error of these words
		early        bool   // what was written meanwhile stays
	}{
		"all are good":                     {file, file, farBook{}, "", true},
		"the last is not":                  {file + `{"key":"k1"}` + "\n", file + `{"key":"k1"}` + "\n", farBook{}, "missing", false},
		"the file became another":          {file, file + "\n", farBook{}, "", false},
		"the book refuses it meanwhile":    {file, file, farBook{refuses: errors.New("no")}, "", false},
		"nobody knows whether it was kept": {file, file, farBook{unsettle: errors.New("unknown")}, "unknown", false},
	} {
		t.Run(name, func(t *testing.T) {
			b := &c.book
			b.lines, b.wrote = strings.Count(c.file, "\n"), make(chan struct{})
			err := mustSend(t, b, c.file, c.summed, time.Hour)
			if c.ends != "" {
				if err == nil || !strings.Contains(err.Error(), c.ends) || len(b.kept) > 0 || b.tried != 1 {
					t.Errorf("%v, want %s; %d transactions, %d kept", err, c.ends, b.tried, len(b.kept))
				}
				return
			}
			if err != nil || !slices.Equal(slices.Concat(b.kept...), keys) {
				t.Fatalf("%v; %d transactions kept %d lines, want each of %d once and in order", err, len(b.kept), len(slices.Concat(b.kept...)), n)
			}
			if early := b.tried == len(b.kept); early != c.early {
				t.Errorf("%d transactions, %d kept", b.tried, len(b.kept))
			}
			if rest := len(b.kept[len(b.kept)-1]); len(b.kept[0])%partSize != 0 || rest == 0 || rest > BatchSize {
				t.Errorf("the first has %d lines, the last %d", len(b.kept[0]), rest)
			}
		})
	}
}

// Others who write are not kept waiting for a check that lasts.
func TestMeanwhileEnds(t *testing.T) {
	const n = BatchSize + 7
	file, keys := gates(n)
	b := &farBook{lines: n, wrote: make(chan struct{})}
	close(b.wrote)
	if err := mustSend(t, b, file, file, 0); err != nil || !slices.Equal(slices.Concat(b.kept...), keys) || b.tried != len(b.kept)+1 {
		t.Errorf("%v; of %d transactions %d are kept, with %d lines", err, b.tried, len(b.kept), len(slices.Concat(b.kept...)))
	}
}

// Nothing is written meanwhile where bad lines are left out: the last may show
// that the first is one; nor of a file that is short, or that is a stream.
func TestNothingMeanwhile(t *testing.T) {
	for name, im := range map[string]*importer{
		"bad lines are left out": {o: Options{SkipBad: true}, size: 1 << 20, kept: spill.Of[logged]()},
		"a dry run":              {size: 1 << 20},
		"a short file":           {size: 1 << 10, kept: spill.Of[logged]()},
		"a long file":            {size: 1 << 30, kept: spill.Of[logged]()},
		"a stream":               {kept: spill.Of[logged]()},
		"a book not yet made":    {size: 1 << 20, kept: spill.Of[logged]()},
	} {
		if name != "a book not yet made" {
			im.book = &farBook{}
		}
		if im.begin(t.Context()); im.meanwhile != nil {
			t.Error(name)
		}
	}
}
