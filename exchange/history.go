package exchange

import (
	"encoding/json"

	"tracker/claims"
	"tracker/ledger"
)

// HistoryEntry is an entry as JSON readers get it.
type HistoryEntry struct {
	Seq     int64           `json:"seq"`
	At      claims.Instant  `json:"at"`
	Actor   string          `json:"actor"`
	Command string          `json:"command"`
	Verb    string          `json:"verb"`
	Body    json.RawMessage `json:"body"`
}

// History is what was done to a claim as JSON readers get it, never nil.
func History(list []ledger.Entry) []HistoryEntry {
	out := make([]HistoryEntry, len(list))
	for i, x := range list {
		out[i] = HistoryEntry{x.Seq, claims.Instant(x.At), x.Actor, x.Command, x.Verb, x.Body}
	}
	return out
}
