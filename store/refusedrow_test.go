package store

import (
	"bytes"
	"context"
	"fmt"
	"iter"
	"strings"
	"testing"

	"tracker/ledger"
)

// A row that is refused when it goes to its table with others is told of under
// its entry, though entries after that were read.
func TestTheEntryOfARefusedRowIsNamed(t *testing.T) {
	b := mustCreate(t)
	for n := 1; n <= 5; n++ {
		c := plainClaim(n)
		c.Key = fmt.Sprintf("k%d", n)
		mustAdd(t, b, c)
	}
	for name, bent := range map[string]struct {
		old, new, want string
	}{
		"a key twice":       {`"key":"k3"`, `"key":"k1"`, `entry 3 does not fit: key: claim 1 has the key "k1" already`},
		"no kind of claim":  {`"polarity":"will"`, `"polarity":"can"`, "entry 3 does not fit: "},
		"an id twice":       {`"id":3`, `"id":2`, "entry 3 does not fit: "},
		"nothing is bent":   {`"key":"k3"`, `"key":"k33"`, ""},
		"a key in sequence": {`"key":"k3"`, `"key":"k4"`, `entry 4 does not fit: key: claim 3 has the key "k4" already`},
	} {
		t.Run(name, func(t *testing.T) {
			empty := mustCreate(t)
			n, err := empty.restore(t.Context(), replayed{entries: given(bentAt(b.Journal(t.Context()), 3, bent.old, bent.new)), decode: decode, vet: leniently})
			if bent.want == "" && err == nil && n == 5 {
				return
			}
			if err == nil || bent.want == "" || !strings.Contains(err.Error(), bent.want) {
				t.Fatalf("%d entries, %v; want %q", n, err, bent.want)
			}
			if at := fmt.Sprintf("entry %d ", n+1); !strings.Contains(err.Error(), at) && !empty.engine.Far() {
				t.Errorf("%d entries fit, they say, and %v", n, err)
			}
			if seq, err := lastOf(t.Context(), empty); err != nil || seq != 0 {
				t.Errorf("%d entries are there, %v", seq, err)
			}
		})
	}
}

func lastOf(ctx context.Context, b *Book) (seq int64, err error) {
	err = b.view(ctx, func(q querier) error {
		seq, err = last(ctx, q)
		return err
	})
	return seq, err
}

// bentAt are entries of which one says something else.
func bentAt(entries iter.Seq2[ledger.Entry, error], seq int64, old, new string) iter.Seq2[ledger.Entry, error] {
	return func(yield func(ledger.Entry, error) bool) {
		for e, err := range entries {
			if e.Seq == seq {
				e.Body = bytes.Replace(e.Body, []byte(old), []byte(new), 1)
			}
			if !yield(e, err) {
				return
			}
		}
	}
}
