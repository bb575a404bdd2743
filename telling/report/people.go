package report

import (
	"fmt"
	"slices"
	"strings"

	"tracker/board"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/telling/chart"
)

// person is a speaker with their claims.
type person struct {
	Name   string
	Record string // in a few words
	Cards  []Card
}

// Card is one claim with everything that is to be known about it.
type Card struct {
	ID       claims.ID
	UID      claims.UID
	Href     string // where the claim stands
	Speaker  string
	Said     string // the day
	Window   string // its days
	Language string
	Quote    string // "" for none
	Reported string // whose words the quote is, where not the speaker's
	Ours     string // what was said to happen, in our words
	Kind     chart.Kind
	Call     call
	Standing string
	Why      string // in a sentence
	Reply    string // what is said against the verdict; "" where nobody disputes it
	Parts    []part
}

// part is a named line of a card.
type part struct {
	Name  string
	Lines []line
}

// claimsSection is every claim of the page, by speaker.
func (r Report) claimsSection() section {
	s := section{ID: "claims", Heading: "Every claim, by speaker"}
	if r.pages != nil { // on pages of their own
		return section{}
	}
	if r.short() {
		s.Intro = []para{plain(r.restSentence())}
	}
	for _, name := range r.speakers() {
		p := person{Name: name}
		all := groupOf(r.all.speakers, name)
		if len(all.ids) == 0 {
			continue
		}
		for _, id := range all.ids {
			p.Cards = append(p.Cards, r.Card(&r.Claims[r.byID[id]]))
		}
		p.Record = Count(all.n, "claim")
		if all.n > len(p.Cards) {
			p.Record += fmt.Sprintf(", %d of them here", len(p.Cards))
		}
		if r.By == board.BySpeaker {
			if i, has := r.groupAt[name]; has {
				p.Record += record(r.Groups[i])
			}
		}
		s.People = append(s.People, p)
	}
	return s
}

// record is what came of a speaker's claims, in a few words.
func record(g board.Group) string {
	text := ""
	if g.Promises.N > 0 {
		text += fmt.Sprintf("; promises and plans kept in time: %d of %d", g.Promises.Kept+g.Promises.KeptEarly, g.Promises.N)
	}
	if g.Hit.N > 0 {
		text += fmt.Sprintf("; right: %s", hits(g.Hit))
	}
	for _, s := range given(unnamed(g), Disputes(g.Denominator)) {
		text += "; " + s
	}
	if s := SecondThoughts(g.AfterFact, g.Hit); s != "" {
		text += "; second thoughts: " + s
	}
	return text
}

// speakers are those of the claims: the ranked first, in their order, then by
// name.
func (r Report) speakers() []string {
	var list []string
	if r.Leaderboard != nil {
		for _, p := range r.Leaderboard.Rows {
			list = append(list, p.Name)
		}
	}
	var rest []string
	for name := range r.all.speakers {
		if !slices.Contains(list, name) {
			rest = append(rest, name)
		}
	}
	slices.SortFunc(rest, func(a, b string) int {
		if c := strings.Compare(claims.Fold(a), claims.Fold(b)); c != 0 {
			return c
		}
		return strings.Compare(a, b)
	})
	return append(list, rest...)
}

// Card is a claim as pages show it.
func (r Report) Card(c *Claim) Card {
	k := Card{ID: c.ID, UID: c.UID, Href: r.claimHref(c), Speaker: c.Speaker, Said: dayWords(c.StatedOn.Day()), Language: c.Language, Quote: c.Quote, Reported: c.ReportedBy(),
		Ours: statementOurs(c), Window: dates(c.Window.Earliest, c.Window.Latest), Kind: c.fate(), Call: callOf(*c), Standing: standingWords(*c), Why: becauseSentence(c), Reply: c.Reply()}
	k.add("Published", c.publishedLines()...)
	k.add("Window", append(text(dates(c.Window.Earliest, c.Window.Latest)), quiet(plainReading(&c.Claim)...)...)...)
	k.add("How sure", append(quietless(strings.Replace(hedgeWords(*c), " ("+c.Hedge.Map+")", "", 1)), quiet(given(r.lexiconWords(c), "taken as a "+TakenWords(c.view()))...)...)...)
	k.add("On condition", quietless(strings.TrimPrefix(c.ConditionLine(), "condition: "))...)
	k.add("Decided by", quietless(singled(c.Criterion, c.Quote))...)
	k.add("Evidence", evidenceLines(c)...)
	if c.Brier != nil {
		k.add("Brier score", brierLines(*c)...)
	}
	if c.Hindsight {
		k.add("Recorded", text("when it could be known what came of it")...)
	}
	if s := afterFactWords(c.judged.Claim.AfterFact()); s != "" {
		k.add("Second thoughts", text(s)...)
	}
	return k
}

// lexiconWords names the lexicon of a claim where the book was read with more
// than one.
func (r Report) lexiconWords(c *Claim) string {
	if len(r.Maps) < 2 || c.Hedge.Map == "" {
		return ""
	}
	return "lexicon " + c.Hedge.Map
}

// quietless is a text as one line, none for "".
func quietless(s string) []line { return text(given(s)...) }

func (k *Card) add(name string, lines ...line) {
	if len(lines) > 0 {
		k.Parts = append(k.Parts, part{name, lines})
	}
}

// publishedLines is where a claim was published.
func (c *Claim) publishedLines() []line {
	var out []line
	for _, k := range c.CarriedBy {
		out = append(out, link(k.Source, k.URL)...)
		if k.ArchiveURL != "" {
			out = append(out, link("archived copy", k.ArchiveURL)...)
		}
	}
	return out
}

// plainReading says which words the window was read from and what was made of
// them, in plain words.
func plainReading(c *claims.Claim) []string {
	var lines []string
	w := c.Window
	if w.Phrase != "" {
		lines = append(lines, marked(w.Phrase, w.Said))
	}
	lines = append(lines, given(plainRule(c))...)
	if w.Latest != 0 && (w.Soft() || w.Class == deadline.ClassVague) {
		lines = append(lines, map[bool]string{true: "The desk has accepted the end.", false: "Nobody has accepted the end."}[w.Accepted])
	}
	if w.GraceDays > 0 {
		lines = append(lines, "Up to "+Count(w.GraceDays, "day")+" before or after count as on time.")
	}
	return lines
}

// becauseSentence says in one sentence why a claim stands where it does.
func becauseSentence(c *Claim) string {
	v := c.Verdict
	if v == nil || v.Outcome == claims.Unclear || v.Outcome == claims.Void || c.Withdrawn != "" {
		return afterName(c.Why) + "."
	}
	text := upper(HappenedWords(c.view()))
	if why := becameWhy(c.view()); why != "" {
		text += ": " + why
	}
	if c.Type == claims.Plan && c.Standing == claims.Broken {
		text += ": planned, not pledged"
	}
	if c.view().Right == nil && c.Right != nil {
		text += "; " + came(*c)
	}
	return text + "."
}

// afterFactWords are the second thoughts about a claim.
func afterFactWords(f claims.AfterFact) string {
	var parts []string
	for _, t := range []struct {
		is   bool
		what string
	}{{f.Withdrawn, "withdrawn"}, {f.Void, "voided"}, {f.Unclear, "called unclear"}, {f.Amended, "changed"}, {f.Accepted, "its end accepted"}} {
		if t.is {
			parts = append(parts, t.what)
		}
	}
	if parts == nil {
		return ""
	}
	return strings.Join(parts, ", ") + byDesk
}
