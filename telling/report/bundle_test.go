package report

import (
	"bytes"
	"strings"
	"testing"

	"tracker/board"
	"tracker/calendar"
)

func TestCSVDatum(t *testing.T) {
	for _, c := range []struct {
		in   any
		want string
	}{
		{nil, ""}, {"=1", "'=1"}, {12, "12"}, {-3, "-3"}, {true, "1"}, {false, "0"},
		{new(true), "1"}, {(*bool)(nil), ""}, {new(1.0 / 3), "0.3333"}, {new(0.5), "0.5"},
		{new(1.0), "1"}, {new(1e-9), "0"}, {(*float64)(nil), ""}, {calendar.Date(2025, 8, 6), "2025-08-06"}, {calendar.Day(0), ""},
	} {
		if got := csvDatum(c.in); got != c.want {
			t.Errorf("csvDatum(%v) = %q, want %q", c.in, got, c.want)
		}
	}
}

// No cell of a table runs, and every row has its columns, whatever texts are.
func TestHostileBundle(t *testing.T) {
	for _, s := range hostile {
		for _, part := range spoilt(s).Bundle() {
			var b bytes.Buffer
			if err := part.Write(&b); err != nil {
				t.Fatal(err)
			}
			rows := csvRows(t, strings.ReplaceAll(b.String(), "\r\n", "\n"))
			if want := map[string]int{"claims.csv": 4, "verdicts.csv": 4, "scores.csv": 4}[part.Name]; len(rows) != want {
				t.Fatalf("%q gives %d rows of %s, want %d", s, len(rows), part.Name, want)
			}
			for _, row := range rows {
				for name, got := range row {
					if reFormula.MatchString(got) && !reNumber.MatchString(got) {
						t.Errorf("%q: column %s of %s is %q, which a spreadsheet may run", s, name, part.Name, got)
					}
				}
			}
		}
	}
}

// The scores of the tables are those of the board.
func TestBundleNumbers(t *testing.T) {
	r := New(scored(built(), board.BySpeaker, standard), Options{})
	var b bytes.Buffer
	if err := r.Bundle()[2].Write(&b); err != nil {
		t.Fatal(err)
	}
	rows, seen := csvRows(t, b.String()), 0
	for i, c := range r.Claims {
		if c.Brier != nil {
			seen++
			if want := csvDatum(c.Brier); rows[i]["brier"] != want || rows[i]["p"] != csvDatum(c.P) {
				t.Errorf("claim %d: %v, want %s", c.ID, rows[i], want)
			}
		}
	}
	if seen != 11 {
		t.Errorf("%d scores seen", seen)
	}
}
