package store

import (
	"bytes"
	"database/sql"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/calendar"
	"tracker/claims"
	"tracker/store/dialect"
)

// shownTo reads every row of a public view as texts.
func shownTo(t *testing.T, q querier, view, key string) (list []string) {
	t.Helper()
	err := each(t.Context(), q, "SELECT * FROM "+view+" ORDER BY "+key, nil, func(rows *sql.Rows) error {
		names, p, err := dialect.Reading(rows)
		if err != nil {
			return err
		}
		row, err := p.Values()
		if err != nil {
			return err
		}
		for i, v := range row {
			if v != nil && v != "" {
				list = append(list, fmt.Sprintf("%s.%s=%v", view, names[i], v))
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return list
}

// Public views show names as people see them, days and instants as texts, and
// what is withdrawn as withdrawn, on every engine alike; a published file has
// the same rows, and nothing that a desk keeps for itself.
func TestPublicViews(t *testing.T) {
	b := mustCreate(t)
	c := plainClaim(1)
	c.UID, c.Notes = "01890000-0000-7000-8000-000000000001", "for the desk alone"
	mustAdd(t, b, c)
	mustAdd(t, b, plainClaim(2))
	change := func(id claims.ID, fn func(*claims.Claim) error) {
		t.Helper()
		if _, err := b.Change(t.Context(), NewCommand("change", "desk", now), []claims.ID{id}, "", fn); err != nil {
			t.Fatal(err)
		}
	}
	for _, outcome := range []claims.Outcome{claims.No, claims.Yes} {
		change(1, func(c *claims.Claim) error {
			v := claims.Verdict{Outcome: outcome, Note: "seen", By: "desk", At: now, Evidence: []claims.Evidence{}}
			if outcome == claims.Yes {
				v.Day, v.Timing = calendar.Date(2025, 8, 12), claims.OnTime
			}
			return c.Resolve(v)
		})
	}
	change(2, func(c *claims.Claim) error { return c.Withdraw("typed twice") })
	mustName(t, func(cmd Command) error {
		return b.Rename(t.Context(), cmd, Speakers, "The ministry", "Ministry of Works")
	})
	var got []string
	for _, p := range public {
		got = append(got, shownTo(t, b.reader, p.view, p.key)...)
	}
	for _, want := range []string{
		"public_about.version=1", "public_claims.uid=" + string(c.UID), "public_claims.speaker=Ministry of Works", "public_claims.stated_on=2025-08-06",
		"public_claims.due_at=2025-08-18T00:00:00Z", "public_claims.recorded_at=2025-08-18T12:00:00Z", "public_claims.outcome=yes", "public_claims.type=forecast",
		"public_claims.hedge_p=0.75", "public_claims.withdrawn=typed twice", "public_verdicts.outcome=no", "public_verdicts.counts=1", "public_verdicts.counts=0",
		"public_verdicts.at=2025-08-18T12:00:00Z", "public_verdicts.event_date=2025-08-12", "public_appearances.source=The gazette", "public_appearances.published_on=2025-08-07",
	} {
		if !slices.Contains(got, want) {
			t.Errorf("the views do not show %s", want)
		}
	}
	if strings.Contains(fmt.Sprint(got), "for the desk alone") {
		t.Error("the views show the notes of the desk")
	}
	mustPublish(t, b, got)
	mustBeSound(t, b)
}

// mustPublish expects a published file to show what the views do, and the same
// bytes for the same record.
func mustPublish(t *testing.T, b *Book, want []string) {
	t.Helper()
	var one, two bytes.Buffer
	if err := b.Publish(t.Context(), &one); err != nil {
		t.Fatal(err)
	}
	if err := b.Publish(t.Context(), &two); err != nil || !bytes.Equal(one.Bytes(), two.Bytes()) {
		t.Errorf("the same record gave other bytes: %v", err)
	}
	path := filepath.Join(t.TempDir(), "public.db")
	if err := os.WriteFile(path, one.Bytes(), 0o444); err != nil {
		t.Fatal(err)
	}
	db, err := sql.Open("sqlite3", "file:"+path+"?mode=ro")
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	var got []string
	for _, p := range public {
		got = append(got, shownTo(t, db, p.view, p.key)...)
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Errorf("published (-view +file):\n%s", diff)
	}
}
