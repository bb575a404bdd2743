package claims

import (
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// reader reads in UTC, as the desk.
func reader(t *testing.T) *Reader {
	t.Helper()
	d, err := deadline.New(deadline.Options{})
	if err != nil {
		t.Fatal(err)
	}
	return &Reader{Deadlines: d, Hedges: hedge.Builtin(), Zone: time.UTC, Actor: "desk"}
}

const noon = "2025-08-06T12:00:00Z"

// TestReadingOrder: a deadline and a hedge that are given win over those in
// the quote, and these over those in the statement; days and numbers that are
// settled win over words.
func TestReadingOrder(t *testing.T) {
	settled := givenWindow("", deadline.By, day("2025-08-06"), day("2025-12-24"), time.UTC)
	for name, c := range map[string]struct {
		draft          Draft
		phrase, latest string
		words          string
		p              *float64
	}{
		"statement": {Draft{Statement: "The talks could resume tomorrow"}, "tomorrow", "2025-08-07", "could", nil},
		"quote":     {Draft{Statement: "The talks could resume tomorrow", Quote: "They will likely resume next week."}, "next week", "2025-08-17", "likely", nil},
		"flags":     {Draft{Statement: "X", Quote: "They will likely resume next week.", Phrase: "in two weeks", HedgeWords: "could"}, "in two weeks", "2025-08-20", "could", nil},
		"settled":   {Draft{Statement: "X", Phrase: "tomorrow", Window: &settled, HedgeWords: "could", Hedge: &Hedge{Words: "sure", P: ptr(0.9)}}, "", "2025-12-24", "sure", ptr(0.9)},
		"nothing":   {Draft{Statement: "The talks resume"}, "", "", "", nil},
		"quote has no deadline, the statement has": {Draft{Statement: "The talks resume tomorrow", Quote: "We are confident."}, "tomorrow", "2025-08-07", "confident", nil},
	} {
		c.draft.Speaker, c.draft.StatedOn = "The ministry", "2025-08-06"
		got, _, err := reader(t).Claim(c.draft, instant(noon))
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got.Window.Phrase != c.phrase || got.Window.Latest.String() != c.latest || !strings.Contains(got.Hedge.Words, c.words) || (c.words == "") != (got.Hedge.Words == "") {
			t.Errorf("%s: window %q to %v, hedge %q; want %q to %s, %q", name, got.Window.Phrase, got.Window.Latest, got.Hedge.Words, c.phrase, c.latest, c.words)
		}
		if c.p != nil && (got.Hedge.P == nil || *got.Hedge.P != *c.p) {
			t.Errorf("%s: p is %v, want %v", name, got.Hedge.P, *c.p)
		}
	}
}

// TestPolarity: negation lives in one place. p is of the words as spoken.
func TestPolarity(t *testing.T) {
	for _, c := range []struct {
		quote, hedge string
		given        Polarity
		want         Polarity
		low, high    float64 // where p of the event lies; 0, 0 for none
	}{
		{"The talks will resume.", "", "", Will, 0.9, 1},
		{"The talks will not resume.", "", "", WillNot, 0, 0.1},
		{"", "will not", "", WillNot, 0, 0.1},
		{"No one expects the talks to resume.", "", "", WillNot, 0, 0.5},
		{"It is unlikely that the talks resume.", "", "", Will, 0, 0.5},
		{"", "unlikely", "", Will, 0, 0.5},
		{"", "no chance", "", Will, 0, 0.2},
		{"", "likely", WillNot, WillNot, 0, 0.5},
		{"The talks will not resume.", "", Will, Will, 0.9, 1}, // a person's word counts
		{"", "70%", WillNot, WillNot, 0.29, 0.31},
		{"They resume.", "", "", Will, 0, 0},
	} {
		d := Draft{Statement: "The talks resume", Speaker: "The ministry", Quote: c.quote, HedgeWords: c.hedge, Polarity: c.given}
		got, _, err := reader(t).Claim(d, instant(noon))
		if err != nil {
			t.Errorf("%+v: %v", c, err)
			continue
		}
		p, _, _, ok := got.Probability()
		if got.Polarity != c.want || ok != (c.high > 0) || p < c.low || p > c.high {
			t.Errorf("%q %q: %s with p(event) %v, %v; want %s within %v to %v", c.quote, c.hedge, got.Polarity, p, ok, c.want, c.low, c.high)
		}
	}
	for words, instead := range map[string]string{"unlikely": `"likely"`, "not likely": `"likely"`, "doubt": `"likely"`, "no chance": `"likely"`} {
		_, _, err := reader(t).Claim(Draft{Statement: "X", Speaker: "Y", HedgeWords: words, Polarity: WillNot}, instant(noon))
		refusal(t, err, "hedge", "leave out --will-not, or give the hedge without its negation (--hedge "+instead)
	}
}

func TestProbability(t *testing.T) {
	c := Claim{Polarity: WillNot, Hedge: Hedge{P: ptr(0.75), Low: ptr(0.5), High: ptr(0.875)}}
	if p, low, high, ok := c.Probability(); p != 0.25 || low != 0.125 || high != 0.5 || !ok {
		t.Errorf("the complement is %v [%v, %v], %v", p, low, high, ok)
	}
	c = Claim{Polarity: Will, Hedge: Hedge{P: ptr(0.75)}}
	if p, low, high, ok := c.Probability(); p != 0.75 || low != 0.75 || high != 0.75 || !ok {
		t.Errorf("without a range it is %v [%v, %v], %v", p, low, high, ok)
	}
	if _, _, _, ok := (&Claim{}).Probability(); ok {
		t.Error("no number has a probability")
	}
}

func TestClaimRefuses(t *testing.T) {
	base := func() Draft {
		return Draft{Statement: "The talks resume", Speaker: "The ministry", StatedOn: "2025-08-06"}
	}
	for _, c := range []struct {
		field, words string
		change       func(*Draft)
	}{
		{"statement", "is empty", func(d *Draft) { d.Statement = " " }},
		{"speaker", "is empty", func(d *Draft) { d.Speaker = "\u200b" }},
		{"speaker", "too long", func(d *Draft) { d.Speaker = strings.Repeat("x", MaxName+1) }},
		{"stated_on", "neither", func(d *Draft) { d.StatedOn = "yesterday" }},
		{"stated_on", "is in the future", func(d *Draft) { d.StatedOn = "2025-08-07" }},
		{"stated_on", "is in the future", func(d *Draft) { d.StatedOn = "2025-08-06T12:00:01Z" }},
		{"zone", "is not a time zone", func(d *Draft) { d.Zone = "Mars/Phobos" }},
		{"deadline", "too long", func(d *Draft) { d.Phrase = strings.Repeat("x", MaxText+1) }},
		{"deadline", "--by DATE", func(d *Draft) { d.Phrase = "by 2026-02-30" }},
		{"deadline", "was over before the statement", func(d *Draft) { d.Phrase = "by 2025-08-01" }},
		{"deadline", "before the statement", func(d *Draft) {
			w := givenWindow("", deadline.By, 0, day("2025-08-05"), time.UTC)
			d.Window = &w
		}},
		{"window", "before it begins", func(d *Draft) {
			w := givenWindow("", deadline.On, day("2025-10-01"), day("2025-09-01"), time.UTC)
			d.Window = &w
		}},
		{"grace", "0 to 366", func(d *Draft) { g := -1; d.Grace = &g }},
		{"grace", "0 to 366", func(d *Draft) { g := 367; d.Grace = &g }},
		{"hedge", "low ≤ p ≤ high", func(d *Draft) { d.Hedge = &Hedge{P: ptr(0.5), Low: ptr(0.6), High: ptr(0.7)} }},
		{"hedge", "low ≤ p ≤ high", func(d *Draft) { d.Hedge = &Hedge{P: ptr(1.1)} }},
		{"hedge", "needs a point", func(d *Draft) { d.Hedge = &Hedge{Low: ptr(0.5)} }},
		{"baseline_p", "not between", func(d *Draft) { d.BaselineP = ptr(-0.1) }},
		{"language", "language tag", func(d *Draft) { d.Language = "English" }},
		{"speaker_kind", "person, institution", func(d *Draft) { d.SpeakerKind = "robot" }},
		{"polarity", "will or will-not", func(d *Draft) { d.Polarity = "maybe" }},
		{"attribution", "origin, relay", func(d *Draft) { d.Attribution = []Link{{"An agency", "friend"}} }},
		{"source", "is empty", func(d *Draft) { d.Appearances = []Appearance{{URL: "https://example.org"}} }},
		{"url", "web address", func(d *Draft) { d.Appearances = []Appearance{{Source: "S", URL: "javascript:x"}} }},
		{"archive_url", "web address", func(d *Draft) { d.Appearances = []Appearance{{Source: "S", ArchiveURL: "x"}} }},
		{"sha256", "64 hexadecimal", func(d *Draft) { d.Appearances = []Appearance{{Source: "S", SHA256: "abc"}} }},
		{"tags", "space or a comma", func(d *Draft) { d.Tags = []string{"a b"} }},
		{"tags", "is empty", func(d *Draft) { d.Tags = []string{""} }},
		{"supersedes", "not both", func(d *Draft) { d.Supersedes, d.Repeats = "a", "b" }},
	} {
		d := base()
		c.change(&d)
		_, _, err := reader(t).Claim(d, instant(noon))
		refusal(t, err, c.field, c.words)
	}

	d := base()
	d.Statement, d.Speaker, d.Language = "", "", "English"
	_, _, err := reader(t).Claim(d, instant(noon))
	var all Problems
	if !errors.As(err, &all) || len(all) != 3 {
		t.Errorf("%v: want all three problems at once", err)
	}
}

func TestForce(t *testing.T) {
	d := Draft{Statement: "The talks resume", Speaker: "The ministry", StatedOn: "2025-08-07", Force: true}
	if c, _, err := reader(t).Claim(d, instant(noon)); err != nil || !c.Forced {
		t.Errorf("forced %v, %v", c.Forced, err)
	}
	d.StatedOn, d.Force = "2025-08-06", false
	if c, _, err := reader(t).Claim(d, instant(noon)); err != nil || c.Forced {
		t.Errorf("today: forced %v, %v", c.Forced, err)
	}
}

// TestToday: the day of a statement without a day is that of the zone.
func TestToday(t *testing.T) {
	r := reader(t)
	r.Zone = mustZone(t, "Asia/Tokyo")
	c, _, err := r.Claim(Draft{Statement: "The talks resume tomorrow", Speaker: "The ministry"}, instant("2025-08-06T23:30:00Z"))
	if err != nil || c.StatedOn != "2025-08-07" || c.Window.Latest != day("2025-08-08") || c.Window.Zone != "Asia/Tokyo" {
		t.Errorf("%+v, %v", c, err)
	}
	if c.Window.DueAt != instant("2025-08-08T15:00:00Z") {
		t.Errorf("due at %v, want local midnight", c.Window.DueAt)
	}
}

// TestDraftAndBack: a claim made a draft and read again is the same claim, so
// that amending one thing changes nothing else.
func TestDraftAndBack(t *testing.T) {
	grace := 7
	first, _, err := reader(t).Claim(Draft{
		Statement: "The talks resume", Quote: "They could resume next Friday.", Speaker: "The ministry", SpeakerKind: Institution,
		StatedOn: "2025-08-06T11:00:00Z", Event: "talks", Tags: []string{"b", "a", "+b"}, Criterion: "both sit at one table",
		Condition: "both agree", Attribution: []Link{{"A spokesman", Relay}}, Appearances: []Appearance{{Source: "Evening News", URL: "https://example.org/1"}},
		BaselineP: ptr(0.25), Key: "k-1", Notes: "n", Language: "de", Grace: &grace,
	}, instant(noon))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff([]string{"a", "b"}, first.Tags); diff != "" {
		t.Errorf("tags are not sorted and single: %s", diff)
	}
	again, _, err := reader(t).Claim(first.Draft(), instant("2026-01-01T00:00:00Z"))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(first, again); diff != "" {
		t.Errorf("the draft of a claim is another claim:\n%s", diff)
	}
}
