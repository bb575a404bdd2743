package report

import (
	"testing"
	"time"

	"tracker/claims"
)

func TestOnlyHere(t *testing.T) {
	at := time.Date(2025, 8, 18, 12, 0, 0, 0, time.UTC)
	for want, got := range map[string]string{
		"nothing": OnlyHere(0, time.Time{}, nil, nil, nil),
		"1 entry until 2025-08-18 12:00: names and imports":                     OnlyHere(1, at, nil, nil, nil),
		"3 entries until 2025-08-18 12:00: 2 claims 7, 8; 1 verdict on claim 3": OnlyHere(3, at, []claims.ID{7, 8}, []claims.ID{3}, nil),
		"2 entries until 2025-08-18 12:00: 1 claim 7; 1 change of claim 3":      OnlyHere(2, at, []claims.ID{7}, nil, []claims.ID{3}),
	} {
		if got != want {
			t.Errorf("got %q, want %q", got, want)
		}
	}
}
