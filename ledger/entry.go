// Package ledger knows the journal entry, one line of the append-only list of
// everything anyone did, and its canonical bytes. It knows what an entry
// looks like, not what it does to the tables: that is the store's.
//
//	body, err := ledger.Canonical(map[string]any{"b": 1, "a": "x"})
//	// {"a":"x","b":1}
package ledger

import (
	"bytes"
	"encoding/json"
	"fmt"
)

// Kind is what sort of thing an entry is about.
type Kind string

const (
	Claim  Kind = "claim"
	Draft  Kind = "draft" // a place of an article that somebody has said to be no claim
	Import Kind = "import"
	Name   Kind = "name" // a speaker, source or event
)

// Entry is one line of the journal.
type Entry struct {
	Seq     int64           // from 1, without gaps
	At      int64           // milliseconds since 1970 UTC
	Actor   string          // who did it
	Command string          // UUIDv7, one per command run
	Verb    string          // what was typed: add, resolve, undo ...
	Kind    Kind            // what it is about
	Subject string          // uid of what it is about
	Body    json.RawMessage // canonical JSON, stored as these bytes and never re-encoded
}

// Change is the body of an entry that changes what is already there: members
// as they become and as they were. Undoing it swaps the two.
type Change struct {
	Set    map[string]json.RawMessage `json:"set"`
	Undoes int64                      `json:"undoes,omitempty"` // the entry this one takes back
	Was    map[string]json.RawMessage `json:"was"`
	Why    string                     `json:"why,omitempty"`
}

// Diff returns the members in which two JSON objects differ. Both objects
// must be canonical; members that only one of them has count as null in the
// other. The result is empty when they are equal.
func Diff(before, after []byte) (Change, error) {
	c := Change{Set: map[string]json.RawMessage{}, Was: map[string]json.RawMessage{}}
	var b, a map[string]json.RawMessage
	if err := json.Unmarshal(before, &b); err != nil {
		return c, fmt.Errorf("read the state before: %w", err)
	}
	if err := json.Unmarshal(after, &a); err != nil {
		return c, fmt.Errorf("read the state after: %w", err)
	}
	null := json.RawMessage("null")
	for k, v := range a {
		if old, ok := b[k]; !ok || !bytes.Equal(old, v) {
			if !ok {
				old = null
			}
			c.Set[k], c.Was[k] = v, old
		}
	}
	for k, old := range b {
		if _, ok := a[k]; !ok {
			c.Set[k], c.Was[k] = null, old
		}
	}
	return c, nil
}

// Inverse returns the change that takes c back; seq is the entry c stands in.
func (c Change) Inverse(seq int64) Change {
	return Change{Set: c.Was, Was: c.Set, Undoes: seq}
}
