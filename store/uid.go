package store

import (
	"encoding/hex"

	"tracker/ledger"
)

// A uid is kept as its 16 bytes: they are half as long as the text, sort
// alike, and stand in several tables and indexes.

// dashes are where they stand in a UUID.
var dashes = [...]int{8, 13, 18, 23}

// packUID is a uid as it is kept, nil for none. What is not a UUID in lower
// case is kept as the text that it is; no such text has 16 bytes.
func packUID(uid string) any {
	if uid == "" {
		return nil
	}
	return packed(uid)
}

func packed(uid string) []byte {
	if len(uid) != 36 {
		return []byte(uid)
	}
	digits := make([]byte, 0, 32)
	from := 0
	for _, at := range dashes {
		if uid[at] != '-' {
			return []byte(uid)
		}
		digits, from = append(digits, uid[from:at]...), at+1
	}
	digits = append(digits, uid[from:]...)
	for _, c := range digits {
		if c >= 'A' && c <= 'F' {
			return []byte(uid)
		}
	}
	out := make([]byte, 16)
	if _, err := hex.Decode(out, digits); err != nil {
		return []byte(uid)
	}
	return out
}

// unpackUID is the uid that was kept; "" for none.
func unpackUID(kept []byte) string {
	if len(kept) != 16 {
		return string(kept)
	}
	out := make([]byte, 0, 36)
	from := 0
	for _, at := range [...]int{4, 6, 8, 10, 16} {
		if from > 0 {
			out = append(out, '-')
		}
		out, from = hex.AppendEncode(out, kept[from:at]), at
	}
	return string(out)
}

// packSubject is the subject of an entry as it is kept: a uid, or the text
// that names a name.
func packSubject(kind ledger.Kind, subject string) []byte {
	if kind == ledger.Name {
		return []byte(subject)
	}
	return packed(subject)
}

// unpackSubject is the subject that was kept.
func unpackSubject(kind ledger.Kind, kept []byte) string {
	if kind == ledger.Name {
		return string(kept)
	}
	return unpackUID(kept)
}
