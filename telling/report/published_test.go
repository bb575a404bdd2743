package report

import (
	"encoding/json"
	"encoding/xml"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracker/board"
	"tracker/claims"
)

// What other programs read is of one shape whatever is in it.
func TestHostileForPrograms(t *testing.T) {
	want := spoiltShape(t, "plain")
	for _, s := range hostile {
		if diff := cmp.Diff(want, spoiltShape(t, s)); diff != "" {
			t.Errorf("%.40q changes the shape (-plain +now):\n%s", s, diff)
		}
	}
}

// openBook has a window that is open beside what is spoilt.
func openBook(s string) Report {
	list := spoiltBook(s)
	list[3].Withdrawn, list[3].Verdict, list[3].Window = "", nil, read(s, "2025-08-01", "2025-12-31")
	return New(scored(list, board.BySpeaker, standard), Options{Title: s, Filter: s, Desk: Desk{Name: "Desk " + s, Contact: s, Licence: s}})
}

// spoiltShape are the names of what is in each format, in order, without the
// values.
func spoiltShape(t *testing.T, s string) map[Format][]string {
	t.Helper()
	r, out := openBook(s), map[Format][]string{}
	for _, f := range []Format{ClaimReview, Atom, Calendar} {
		text := mustWrite(t, r, f)
		noControls(t, string(f), strings.NewReplacer("\n", "", "\r", "").Replace(text))
		if strings.Contains(text, `href="javascript`) || f != Calendar && strings.Contains(text, "<script") || strings.Contains(text, `"url": "javascript`) || strings.Contains(text, "\nURL:javascript") {
			t.Errorf("%s of %.40q holds an address or markup of another kind", f, s)
		}
		out[f] = shapeIn(t, f, text)
	}
	if len(out[ClaimReview]) < 12 || len(out[Atom]) < 20 || len(out[Calendar]) < 12 {
		t.Fatalf("too little seen: %v", out)
	}
	return out
}

func shapeIn(t *testing.T, f Format, text string) (names []string) {
	t.Helper()
	switch f {
	case ClaimReview:
		d := json.NewDecoder(strings.NewReader(text))
		for {
			token, err := d.Token()
			if err != nil {
				break
			}
			if word, ok := token.(string); ok && slices.Contains([]string{"ClaimReview", "url", "author", "claimReviewed", "itemReviewed", "reviewRating", "alternateName", "appearance"}, word) {
				names = append(names, word)
			}
		}
		names = slices.DeleteFunc(names, func(n string) bool { return n == "url" || n == "appearance" }) // what is no address is none
	case Atom:
		d := xml.NewDecoder(strings.NewReader(text))
		for {
			token, err := d.Token()
			if err != nil {
				break
			}
			if e, ok := token.(xml.StartElement); ok && e.Name.Local != "rights" {
				names = append(names, e.Name.Local)
			}
		}
	case Calendar:
		for line := range strings.SplitSeq(strings.ReplaceAll(text, "\r\n ", ""), "\r\n") {
			if name, _, ok := strings.Cut(line, ":"); ok && name != "URL" {
				names = append(names, name)
			} else if !ok && line != "" {
				t.Errorf("a line that is none: %q", line)
			}
		}
	}
	return names
}

// A review needs that it is settled what became of the claim, and that it
// counts.
func TestReviewable(t *testing.T) {
	r := New(scored(built(), board.BySpeaker, standard), Options{})
	var got []claims.ID
	for i := range r.Claims {
		if reviewable(&r.Claims[i]) {
			got = append(got, r.Claims[i].ID)
		}
	}
	if diff := cmp.Diff([]claims.ID{1, 4, 5, 6, 10, 11, 12, 13, 14, 19, 20}, got); diff != "" {
		t.Error(diff)
	}
}

// A claim changed when it was recorded, judged or corrected, whichever came
// last.
func TestChanged(t *testing.T) {
	at := func(s string) claims.Instant { return claims.At(day(s).Start(time.UTC)) }
	for want, x := range map[string]struct {
		recorded, judged, corrected string
	}{
		"2025-01-05": {"", "", ""}, "2025-02-01": {"2025-02-01", "", ""}, "2025-03-01": {"2025-02-01", "2025-03-01", ""},
		"2025-04-01": {"2025-02-01", "2025-03-01", "2025-04-01"}, "2025-03-02": {"2025-02-01", "2025-03-02", "2025-02-20"},
	} {
		c, r := Claim{Claim: claims.Claim{ID: 7, StatedOn: "2025-01-05"}}, Report{}
		if x.recorded != "" {
			c.RecordedAt = at(x.recorded)
		}
		if x.judged != "" {
			c.judged.Claim = &claims.Claim{Verdict: &claims.Verdict{At: at(x.judged)}}
		}
		if x.corrected != "" {
			r.corrected = lastCorrections([]Correction{{Day: day(x.corrected), ID: 7}, {Day: day("2025-12-01"), ID: 8}})
		}
		if got := c.changed(r).Format(time.DateOnly); got != want {
			t.Errorf("%+v: %s, want %s", x, got, want)
		}
	}
}

func TestBaseURL(t *testing.T) {
	for address, ok := range map[string]bool{"https://desk.example/a.html": true, "http://desk.example": true, "https://desk.example/#a": false, "desk.example": false,
		"javascript:alert(1)": false, "https://me:secret@desk.example/": false, "": true} {
		if _, err := BaseURL(address); (err == nil) != ok {
			t.Errorf("%q: %v", address, err)
		}
	}
}
