package store

import (
	"slices"
	"strings"
	"time"

	"pgregory.net/rapid"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// Texts that make trouble: quotes, controls, bidi, astral runes, SQL, LIKE.
var anyText = rapid.StringOfN(rapid.RuneFrom([]rune("ab ß'\"\\%_;-–\n\t\u202e\u2028\u200b𝄞é<>=&")), 0, 30, -1)

var visibleText = rapid.Map(anyText, func(s string) string { return "x" + s })

// Names have one spelling each, so that what is read back is what was given.
var anyName = rapid.SampledFrom([]string{"The ministry", "The gazette", "Агентство", "Straße", "o'brien; DROP TABLE claims", "名前"})

var (
	anyDay = rapid.Map(rapid.IntRange(int(calendar.Date(1900, 1, 1)), int(calendar.Date(9998, 12, 1))),
		func(n int) calendar.Day { return calendar.Day(n) })
	anyChance = rapid.OneOf(rapid.SampledFrom([]float64{0, 0.5, 1, 1e-9}), rapid.Float64Range(0, 1))
	anyURL    = rapid.SampledFrom([]string{"", "https://example.org/a?b=%20&c='", "http://example.org/ü"})
)

// maybe draws nil as often as a value.
func maybe[T any](t *rapid.T, g *rapid.Generator[T], what string) *T {
	if rapid.Bool().Draw(t, what+" given") {
		v := g.Draw(t, what)
		return &v
	}
	return nil
}

// anyClaim draws a claim as the claims room lets one through; without key,
// identity and verdict.
var anyClaim = rapid.Custom(func(t *rapid.T) claims.Claim {
	c := claims.Claim{
		Statement: visibleText.Draw(t, "statement"), Quote: anyText.Draw(t, "quote"), Language: "en",
		Speaker: anyName.Draw(t, "speaker"), SpeakerKind: rapid.SampledFrom([]claims.SpeakerKind{claims.Person, claims.Institution, claims.Outlet, claims.Anonymous}).Draw(t, "kind"),
		StatedOn: rapid.SampledFrom([]claims.Moment{"2025-08-06", "2025-08-06T14:30:00+02:00", "1900-01-01", "2025-08-06T00:00:00Z"}).Draw(t, "stated"),
		LoggedAt: claims.Instant(rapid.Int64Range(1, int64(now)).Draw(t, "logged")), LoggedBy: "desk",
		Event: rapid.SampledFrom([]string{"", "talks", "Gipfel"}).Draw(t, "event"), Criterion: anyText.Draw(t, "criterion"), Condition: anyText.Draw(t, "condition"),
		Polarity: rapid.SampledFrom([]claims.Polarity{claims.Will, claims.WillNot}).Draw(t, "polarity"), BaselineP: maybe(t, anyChance, "baseline"),
		Type: rapid.SampledFrom([]claims.Type{"", claims.Promise, claims.Plan}).Draw(t, "type"), WordsBy: rapid.SampledFrom([]claims.WordsBy{"", claims.ByReport}).Draw(t, "words by"),
		Notes: anyText.Draw(t, "notes"), Forced: rapid.Bool().Draw(t, "forced"),
		Attribution: []claims.Link{}, Appearances: []claims.Appearance{},
	}
	for range rapid.IntRange(0, 3).Draw(t, "links") {
		c.Attribution = append(c.Attribution, claims.Link{Entity: anyName.Draw(t, "entity"),
			Role: rapid.SampledFrom([]claims.Role{claims.Origin, claims.Relay, claims.Publisher}).Draw(t, "role")})
	}
	for range rapid.IntRange(0, 2).Draw(t, "appearances") {
		a := claims.Appearance{Source: anyName.Draw(t, "source"), URL: anyURL.Draw(t, "url"), Title: anyText.Draw(t, "title"),
			ArchiveURL: anyURL.Draw(t, "archive"), SHA256: rapid.SampledFrom([]string{"", strings.Repeat("0f", 32)}).Draw(t, "sha256")}
		if day := maybe(t, anyDay, "published"); day != nil {
			a.PublishedOn = *day
		}
		c.Appearances = append(c.Appearances, a)
	}
	c.Tags = rapid.Permutation([]string{"a", "é", "名", "z"}).Draw(t, "tags")[:rapid.IntRange(0, 4).Draw(t, "number of tags")]
	slices.Sort(c.Tags)
	c.Hedge, c.Window = anyHedge(t), anyWindow(t)
	return c
})

func anyHedge(t *rapid.T) claims.Hedge {
	h := claims.Hedge{Words: anyText.Draw(t, "hedge"), Kind: rapid.SampledFrom([]hedge.Kind{hedge.Survey, hedge.Explicit, hedge.None}).Draw(t, "hedge kind")}
	if h.P = maybe(t, anyChance, "p"); h.P != nil && rapid.Bool().Draw(t, "range given") {
		low, high := *h.P/2, (*h.P+1)/2
		h.Low, h.High, h.Map = &low, &high, "builtin"
	}
	return h
}

func anyWindow(t *rapid.T) claims.Window {
	w := claims.Window{Phrase: anyText.Draw(t, "phrase"), Zone: rapid.SampledFrom([]string{"UTC", "Pacific/Kiritimati", "America/New_York"}).Draw(t, "zone"),
		Granularity: deadline.Day, Class: deadline.ClassNone, Relation: deadline.NoBound, Rule: "none", Rules: "1", Alternatives: []deadline.Alternative{}}
	if rapid.Bool().Draw(t, "alternatives given") {
		w.Alternatives = []deadline.Alternative{{Earliest: anyDay.Draw(t, "other earliest"), Why: anyText.Draw(t, "why")}}
	}
	if earliest := maybe(t, anyDay, "earliest"); earliest != nil {
		w.Earliest, w.Latest = *earliest, *earliest+calendar.Day(rapid.IntRange(0, 10).Draw(t, "length"))
		w.Class, w.Relation, w.GraceDays, w.Accepted = deadline.ClassExact, deadline.In, rapid.SampledFrom([]int{0, 3, 180}).Draw(t, "grace"), rapid.Bool().Draw(t, "accepted")
		zone, err := time.LoadLocation(w.Zone)
		if err != nil {
			t.Fatal(err)
		}
		w.DueAt = claims.At((w.Latest + calendar.Day(w.GraceDays) + 1).Start(zone))
	}
	return w
}

// anyVerdict draws a verdict on c as Judge completes one.
func anyVerdict(t *rapid.T, c *claims.Claim) *claims.Verdict {
	v := claims.Verdict{Outcome: rapid.SampledFrom(claims.Outcomes).Draw(t, "outcome"), Note: visibleText.Draw(t, "note"), By: "desk",
		At: now, Evidence: []claims.Evidence{{URL: "https://example.org/seen"}}}
	if v.Outcome == claims.Unclear || v.Outcome == claims.Void {
		v.Reason = rapid.SampledFrom(claims.Reasons).Draw(t, "reason")
	}
	if v.Outcome == claims.Partial {
		v.Extent = maybe(t, anyChance, "extent")
	}
	if v.Happened() {
		if day := maybe(t, rapid.Map(rapid.IntRange(0, 400), func(n int) calendar.Day { return calendar.Date(2025, 8, 18) - calendar.Day(n) }), "on"); day != nil {
			v.Day = max(*day, c.StatedOn.Day()) // what had happened before was no prediction
			v.EarlyCounts = maybe(t, rapid.Bool(), "earlier was as good")
		}
	}
	judged, err := c.JudgeAsGiven(v, calendar.Date(2025, 8, 18))
	if err != nil {
		t.Fatalf("judge %+v: %v", v, err)
	}
	return &judged
}
