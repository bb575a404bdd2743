package report

import (
	"fmt"
	"slices"
	"strings"

	"tracker/claims"
)

// claimsSection has one row for each claim, the unscored ones too.
func (r Report) claimsSection() section {
	t := table{Caption: "Every claim, by its number in the book; probabilities are of the words as spoken.", Wide: true, Heads: []head{
		{"Claim", classProse}, {"Who and when", classProse}, {"What was said", classProse}, {"Window", classProse},
		{"What happened", classProse}, {"Where it stands", classProse}, {"Brier", classProse}, {"Evidence", classProse}}}
	for _, c := range r.Claims {
		t.Rows = append(t.Rows, row{ID: fmt.Sprintf("claim-%d", c.ID), Cells: [][]line{
			append(text(fmt.Sprintf("#%d", c.ID)), quiet(string(c.UID))...),
			whoLines(c), saidLines(c),
			append(text(dates(c.Window.Earliest, c.Window.Latest)), quiet(readFrom(c.Window)...)...),
			happenedLines(c), callLines(c), brierLines(c), evidenceLines(c.Verdict),
		}})
	}
	return section{ID: "claims", Heading: "Claims", Table: &t}
}

// whoLines is the speaker, the day, and where it was published.
func whoLines(c Claim) []line {
	out := append(text(c.Speaker), quiet("on "+dayWords(c.StatedOn.Day()))...)
	for _, k := range c.CarriedBy {
		out = append(out, link("carried by "+k.Source, k.URL)...)
		if k.ArchiveURL != "" {
			out = append(out, link("archived copy", k.ArchiveURL)...)
		}
	}
	return out
}

// saidLines is the quote and whose words it is, the event in our words, and
// what the words of confidence stand for.
func saidLines(c Claim) []line {
	ours := "in our words: " + c.Statement
	out := text(ours)
	if c.Quote != "" {
		out = append(text(quotedLine(c)), quiet(given(c.ReportedBy(), ours)...)...)
	}
	if c.Polarity == claims.WillNot {
		out = append(out, text("said that it will not happen")...)
	}
	return append(out, quiet(given(c.ConditionLine(), hedgeWords(c), "taken as a "+string(c.Type))...)...)
}

// given is the lines that say something.
func given(lines ...string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// happenedLines is what happened, with what is to be known about it. Unclear
// and void say nothing of that.
func happenedLines(c Claim) []line {
	if c.Verdict == nil {
		return text(unknown)
	}
	out := text(unknown)
	if v := c.Verdict.Outcome; v != claims.Unclear && v != claims.Void {
		out = text(HappenedWords(c.view))
	}
	if c.Disputed != "" {
		out = append(out, text("disputed: "+c.Disputed)...)
	}
	if c.Hindsight {
		out = append(out, quiet("logged after its window had closed")...)
	}
	return out
}

// callLines is where the claim stands, and why.
func callLines(c Claim) []line {
	out := []line{{Text: standingWords(c), Call: callOf(c)}}
	why := strings.TrimPrefix(c.Why, StandingWords(c.Standing)+": ")
	if why == "" {
		why = becameWhy(c.view)
	}
	if c.view.Right == nil && c.Right != nil {
		why += "; " + came(c)
	}
	return append(out, quiet(given(why)...)...)
}

func brierLines(c Claim) []line {
	if c.Brier == nil {
		return text(unknown)
	}
	out := text(score(c.Brier))
	if *c.Best < *c.Worst {
		out = append(out, text(lowToHigh(c.Best, c.Worst, score)+" by reading")...)
	}
	return append(out, quiet(c.Formula)...)
}

// evidenceLines is what a verdict rests on.
func evidenceLines(v *Verdict) []line {
	if v == nil {
		return text(unknown)
	}
	var out []line
	for _, e := range v.Evidence {
		if e.URL != "" {
			out = append(out, link(e.URL, e.URL)...)
		} else {
			out = append(out, append(text(e.File), quiet("SHA-256 "+e.SHA256)...)...)
		}
	}
	if v.Note != "" {
		out = append(out, text(v.Note)...)
	}
	return out
}

// link is a text with its address; an address that is not a web address is
// shown and not linked.
func link(words, address string) []line {
	safe := webURL(address)
	if safe == "" && address != "" && address != words {
		return append(quiet(words), quiet(address)...)
	}
	return []line{{Text: words, URL: safe, Quiet: address != words}}
}
