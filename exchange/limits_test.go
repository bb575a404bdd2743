package exchange

import (
	"errors"
	"io"
	"runtime"
	"strings"
	"testing"
	"testing/iotest"

	"tracker/claims"
	"tracker/ledger"
)

const fine = `{"statement":"The talks resume","speaker":"The ministry","stated_on":"2025-08-06"}`

// with returns the claim fine with more members.
func with(members string) string { return strings.TrimSuffix(fine, "}") + "," + members + "}" }

// What is too much is refused by its size, not read first.
func TestTooMuch(t *testing.T) {
	deep := with(`"tags":` + strings.Repeat("[", 1e5) + strings.Repeat("]", 1e5))
	tests := []struct {
		name, file, content, want string
	}{
		{"deep arrays", "a.jsonl", deep, "a.jsonl:1: tags[0]: column 153: nested more than 64 deep"},
		{"deep objects", "a.jsonl", with(`"x":` + strings.Repeat(`{"a":`, 1e5)), "nested more than 64 deep"},
		{"long number", "a.jsonl", with(`"baseline_p":0.` + strings.Repeat("1", 1e6)), "1000002 characters: the limit is 100"},
		{"long line", "a.jsonl", fine + "\n" + with(`"notes":"`+strings.Repeat("x", maxLine)+`"`), "a.jsonl:2: longer than 10 MB"},
		{"open quote", "a.csv", "statement,speaker,stated_on\n\"" + strings.Repeat("x\n", maxLine/2), "a.csv:2: longer than 10 MB"},
		{"long list", "a.jsonl", with(`"tags":["t"` + strings.Repeat(`,"t"`, maxElements) + "]"), "a.jsonl:1: tags: column 4091: more than 1000 elements"},
		{"many problems", "a.jsonl", with(`"notes":""` + strings.Repeat(`,"x":1`, 1e5)), "unknown member \"x\", and perhaps more"},
		{"wide header", "a.csv", strings.Repeat("a,", 1e6) + "\n", "a.csv:1: more than 1000 columns"},
		{"wide record", "a.csv", "statement,speaker,stated_on\n" + strings.Repeat("a,", 1e6) + "\n", "a.csv:2: more than 1000 columns"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var last error
			for _, err := range lines([]byte(test.content), test.file) {
				last = err
			}
			ps := problems(t, last)
			if len(ps) == 0 || !strings.Contains(ps[len(ps)-1].Msg, test.want) {
				t.Errorf("got %.200v, want %q", last, test.want)
			}
		})
	}
}

// A line without an end does not fill the memory.
func TestBoundedMemory(t *testing.T) {
	var before, after runtime.MemStats
	runtime.ReadMemStats(&before)
	endless := io.MultiReader(strings.NewReader(`{"notes":"`), zeros{})
	for range ReadJSONL(endless, "pipe") {
	}
	runtime.ReadMemStats(&after)
	if used := after.TotalAlloc - before.TotalAlloc; used > 8*maxLine {
		t.Errorf("%d MB allocated for a line of at most %d MB", used>>20, maxLine>>20)
	}
}

// zeros reads as the digit 0 without end.
type zeros struct{}

func (zeros) Read(p []byte) (int, error) {
	for i := range p {
		p[i] = '0'
	}
	return len(p), nil
}

// An error of the reader ends the reading and is not the input's fault.
func TestReadError(t *testing.T) {
	broken := errors.New("the disk is gone")
	r := func(head string) io.Reader { return io.MultiReader(strings.NewReader(head), iotest.ErrReader(broken)) }
	header := "statement,speaker,stated_on\n"
	var errs []error
	for _, err := range ReadJSONL(r(fine+"\n"), "a.jsonl") {
		errs = append(errs, err)
	}
	for _, err := range ReadCSV(r(header), "a.csv", nil) {
		errs = append(errs, err)
	}
	for _, err := range ReadJSONL(r(""), "a.jsonl") {
		errs = append(errs, err)
	}
	if len(errs) != 4 || errs[0] != nil {
		t.Fatalf("got %v, want one line and three errors", errs)
	}
	for _, err := range errs[1:] {
		var refusal *claims.Error
		if !errors.Is(err, broken) || errors.As(err, &refusal) {
			t.Errorf("got %v, want %v wrapped", err, broken)
		}
	}
}

// Reading goes on after a line that was refused, and all its problems are
// told.
func TestGoesOn(t *testing.T) {
	var numbers []int
	var refused int
	for line, err := range ReadJSONL(strings.NewReader("\n"+fine+"\n{}\n\n"+fine), "a.jsonl") {
		if err == nil {
			numbers = append(numbers, line.Number)
		}
		refused += len(problems(t, err))
	}
	if len(numbers) != 2 || numbers[0] != 2 || numbers[1] != 5 || refused != 3 {
		t.Errorf("got lines %v and %d problems, want lines [2 5] and 3", numbers, refused)
	}
}

func TestStopsWhenAsked(t *testing.T) {
	n := 0
	for range ReadJSONL(strings.NewReader(fine+"\n"+fine), "a.jsonl") {
		n++
		break
	}
	for range ReadCSV(strings.NewReader("statement,speaker,stated_on\na,b,c\na,b,c\n"), "a.csv", nil) {
		n++
		break
	}
	if n != 2 {
		t.Errorf("read %d lines, want 2", n)
	}
}

// An entry that could not be read back is not written.
func TestWriteEntryRefuses(t *testing.T) {
	good := ledger.Entry{Seq: 1, At: 1, Command: "01987a3e-5c00-7000-8000-000000000001", Verb: "add", Kind: ledger.Claim, Body: []byte(`{"a":1}`)}
	for _, change := range []func(*ledger.Entry){
		func(e *ledger.Entry) { e.Body = []byte("{\"a\":1}\n") },
		func(e *ledger.Entry) { e.Body = []byte(`{"b":1,"a":1}`) },
		func(e *ledger.Entry) { e.Body = []byte(`[]`) },
		func(e *ledger.Entry) { e.Body = nil },
		func(e *ledger.Entry) { e.At = 1 << 60 },
	} {
		e := good
		change(&e)
		var out strings.Builder
		var refusal *claims.Error
		if err := WriteEntry(&out, e); !errors.As(err, &refusal) || refusal.Kind != claims.Damaged || out.Len() > 0 {
			t.Errorf("%s at %d: got %v and %q", e.Body, e.At, err, out.String())
		}
	}
	var out strings.Builder
	if err := WriteEntry(&out, good); err != nil {
		t.Error(err)
	}
}
