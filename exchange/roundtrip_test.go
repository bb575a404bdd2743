package exchange

import (
	"bytes"
	"io"
	"iter"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"
	"pgregory.net/rapid"

	"tracker/claims"
	"tracker/ledger"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// writer is what both writers of claims are.
type writer interface {
	Write(claims.View) error
	Flush() error
}

// formats are the two formats of claims; first is the line of the first claim.
var formats = []struct {
	name  string
	first int
	write func(io.Writer) writer
	read  func(io.Reader) iter.Seq2[Line, error]
}{
	{"jsonl", 1, func(w io.Writer) writer { return WriteJSONL(w) },
		func(r io.Reader) iter.Seq2[Line, error] { return ReadJSONL(r, "book.jsonl") }},
	{"csv", 2, func(w io.Writer) writer { return WriteCSV(w, CSVForm{}) },
		func(r io.Reader) iter.Seq2[Line, error] { return ReadCSV(r, "book.csv", nil) }},
}

// reread writes one claim and reads it back.
func reread(t rapid.TB, write func(io.Writer) writer, read func(io.Reader) iter.Seq2[Line, error], v claims.View) Line {
	t.Helper()
	var buf bytes.Buffer
	w := write(&buf)
	if err := w.Write(v); err != nil {
		t.Fatal(err)
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	var lines []Line
	for line, err := range read(bytes.NewReader(buf.Bytes())) {
		if err != nil {
			t.Fatalf("%v\n%s", err, buf.String())
		}
		lines = append(lines, line)
	}
	if len(lines) != 1 {
		t.Fatalf("%d lines of one claim:\n%s", len(lines), buf.String())
	}
	return lines[0]
}

// Whatever a claim holds, its export says the same.
func TestRoundTrip(t *testing.T) {
	for _, f := range formats {
		t.Run(f.name, rapid.MakeCheck(func(rt *rapid.T) {
			c := randomClaim(rt)
			got := reread(rt, f.write, f.read, c.View(0))
			if diff := cmp.Diff(lineOf(c, f.first), got, cmpopts.EquateEmpty(), cmpopts.IgnoreFields(Line{}, "Derived")); diff != "" {
				rt.Fatalf("-want +got\n%s", diff)
			}
		}))
	}
}

// What a reader makes of a file is made again of its export, window, hedge
// and verdict included.
func TestReimport(t *testing.T) {
	reader := newReader(t)
	now := claims.At(time.Date(2026, 5, 1, 9, 0, 0, 0, time.UTC))
	for _, f := range formats {
		n := 0
		for line, err := range ReadJSONL(bytes.NewReader(mustRead(t, "good/statements.jsonl")), "statements.jsonl") {
			if err != nil {
				t.Fatal(err)
			}
			first := readClaim(t, reader, line, now)
			again := reread(t, f.write, f.read, first.View(now))
			second := readClaim(t, reader, again, now)
			if diff := cmp.Diff(first, second); diff != "" {
				t.Errorf("%s: %s: -first +second\n%s", f.name, first.Key, diff)
			}
			if diffs := Differences(again, first); len(diffs) > 0 {
				t.Errorf("%s: %s: an export differs from its claim: %v", f.name, first.Key, diffs)
			}
			n++
		}
		if n == 0 {
			t.Fatal("no statements")
		}
	}
}

func newReader(t *testing.T) *claims.Reader {
	t.Helper()
	deadlines, err := deadline.New(deadline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &claims.Reader{Deadlines: deadlines, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"}
}

// readClaim makes a claim of a line, as an import does.
func readClaim(t *testing.T, r *claims.Reader, l Line, now claims.Instant) claims.Claim {
	t.Helper()
	c, _, err := r.Claim(l.Draft, now)
	if err != nil {
		t.Fatalf("line %d: %v", l.Number, err)
	}
	if l.Verdict != nil {
		v, err := c.Judge(*l.Verdict, c.Today(now))
		if err != nil {
			t.Fatalf("line %d: %v", l.Number, err)
		}
		c.Verdict = &v
	}
	return c
}

// The bytes of a body survive whatever they hold.
func TestJournalRoundTrip(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		body, err := ledger.Canonical(map[string]any{
			"text": text(rt, "text"), text(rt, "member"): rapid.Float64Range(-1e300, 1e300).Draw(rt, "number"), "list": []any{nil, true, "\u2028<&>"},
		})
		if err != nil {
			rt.Fatal(err)
		}
		want := ledger.Entry{Seq: rapid.Int64Range(1, 1<<50).Draw(rt, "seq"), At: int64(instant(rt, "at")), Actor: text(rt, "actor"),
			Command: "01987a3e-5c00-7000-8000-000000000001", Verb: given(rt, "verb"), Kind: ledger.Claim, Subject: text(rt, "subject"), Body: body}
		var buf bytes.Buffer
		if err := WriteEntry(&buf, want); err != nil {
			rt.Fatal(err)
		}
		n := 0
		for got, err := range ReadJournal(&buf, "book.journal") {
			if err != nil {
				rt.Fatal(err)
			}
			if diff := cmp.Diff(want, got); diff != "" {
				rt.Fatalf("-want +got\n%s", diff)
			}
			n++
		}
		if n != 1 {
			rt.Fatalf("%d entries of one", n)
		}
	})
}
