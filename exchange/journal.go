package exchange

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"math/bits"
	"time"

	"tracker/claims"
	"tracker/ledger"
)

// journalTime has a fixed width and milliseconds, all that an entry knows.
const journalTime = "2006-01-02T15:04:05.000Z"

// journalLine is an entry as one line of a file.
type journalLine struct {
	Seq     int64           `json:"seq"`
	At      string          `json:"at"`
	Actor   string          `json:"actor"`
	Command string          `json:"command"`
	Verb    string          `json:"verb"`
	Kind    ledger.Kind     `json:"kind"`
	Subject string          `json:"subject"`
	Body    json.RawMessage `json:"body"`
}

// WriteEntry writes one entry of the journal as a line of JSON, its body byte
// for byte. An entry whose body is not canonical is refused: it could not be
// read back.
func WriteEntry(w io.Writer, e ledger.Entry) error {
	if err := canonical(e.Body); err != nil {
		return (&claims.Error{Kind: claims.Damaged, Msg: fmt.Sprintf("entry %d: the body %v", e.Seq, err)}).WithHint("tracker check")
	}
	at := time.UnixMilli(e.At).UTC().Format(journalTime)
	if len(at) != len(journalTime) {
		return &claims.Error{Kind: claims.Damaged, Msg: fmt.Sprintf("entry %d: its instant is out of range", e.Seq)}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	err := enc.Encode(journalLine{e.Seq, at, e.Actor, e.Command, e.Verb, e.Kind, e.Subject, e.Body})
	if err != nil {
		return fmt.Errorf("write entry %d: %w", e.Seq, err)
	}
	return nil
}

// ReadJournal yields the entries of a file that WriteEntry wrote, in its
// order. Errors are those of ReadJSONL; every member has to be there, and a
// body that is not canonical JSON is refused. It does not check that the
// sequence is whole: the book that takes the entries does.
func ReadJournal(r io.Reader, name string) iter.Seq2[ledger.Entry, error] {
	return func(yield func(ledger.Entry, error) bool) {
		var e ledger.Entry
		shape := entryShape(&e)
		for d, err := range readLines(r, name) {
			if err != nil {
				yield(ledger.Entry{}, err)
				return
			}
			e = ledger.Entry{}
			if d.object(shape) {
				checkEntry(d, shape, e)
			}
			if !yield(e, d.take()) {
				return
			}
		}
	}
}

func entryShape(e *ledger.Entry) *shape {
	return newShape([]member{{name: "seq", addr: &e.Seq}, {name: "at", addr: (*claims.Instant)(&e.At)}, {name: "actor", addr: &e.Actor},
		{name: "command", addr: (*claims.UID)(&e.Command)}, {name: "verb", addr: &e.Verb}, {name: "kind", addr: (*string)(&e.Kind)},
		{name: "subject", addr: &e.Subject}, {name: "body", addr: &e.Body}})
}

// checkEntry refuses an entry that lacks a member or has another body than a
// journal keeps.
func checkEntry(d *decoder, s *shape, e ledger.Entry) {
	if bits.OnesCount64(s.seen) < len(s.members) || e.Seq < 1 || e.Command == "" || e.Verb == "" || e.Kind == "" {
		d.refuse(errors.New("an entry has seq, at, actor, command, verb, kind, subject and body"), "")
		return
	}
	if err := canonical(e.Body); err != nil {
		d.path = append(d.path, "body")
		d.refuse(err, "the journal was changed after it was exported")
	}
}

// canonical refuses a body that is not an object in canonical JSON.
func canonical(body []byte) error {
	want, err := ledger.Canonicalize(body)
	switch {
	case err != nil:
		return err
	case !bytes.HasPrefix(body, []byte("{")):
		return errors.New("is not an object")
	case !bytes.Equal(body, want):
		return errors.New("is not canonical JSON")
	}
	return nil
}
