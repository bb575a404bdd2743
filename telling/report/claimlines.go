package report

import (
	"fmt"

	"tracker/claims"
)

// claimsSection has one row for each claim, the unscored ones too.
func (r Report) claimsSection() section {
	t := table{Caption: "Every claim, by its number in the book; probabilities are of the words as spoken.", Wide: true, Heads: []head{
		{"Claim", classProse}, {"Who and when", classProse}, {"What was said", classProse}, {"Window", classProse},
		{"What happened", classProse}, {"Right or wrong", classProse}, {"Brier", classProse}, {"Evidence", classProse}}}
	for _, c := range r.Claims {
		t.Rows = append(t.Rows, row{ID: fmt.Sprintf("claim-%d", c.ID), Cells: [][]line{
			append(text(fmt.Sprintf("#%d", c.ID)), quiet(string(c.UID))...),
			whoLines(c), saidLines(c),
			append(text(dates(c.Window.Earliest, c.Window.Latest)), quiet(reading(c.Window)...)...),
			happenedLines(c), callLines(c), brierLines(c), evidenceLines(c.Verdict),
		}})
	}
	return section{ID: "claims", Heading: "Claims", Table: &t}
}

// whoLines is the speaker, the day, and where it was published.
func whoLines(c Claim) []line {
	out := append(text(c.Speaker), quiet("on "+string(c.StatedOn))...)
	for _, k := range c.CarriedBy {
		out = append(out, link("carried by "+k.Source, k.URL)...)
		if k.ArchiveURL != "" {
			out = append(out, link("archived copy", k.ArchiveURL)...)
		}
	}
	return out
}

// saidLines is the quote, else the statement, and what the hedge stands for.
func saidLines(c Claim) []line {
	out := text(c.Statement)
	if c.Quote != "" {
		out = append(text("“"+c.Quote+"”"), quiet("event: "+c.Statement)...)
	}
	if c.Polarity == claims.WillNot {
		out = append(out, text("said that it will not happen")...)
	}
	if c.Condition != "" {
		out = append(out, quiet("if "+c.Condition)...)
	}
	return append(out, quiet(hedgeWords(c))...)
}

// happenedLines is what happened, with what is to be known about it.
func happenedLines(c Claim) []line {
	if c.Verdict == nil {
		return text(unknown)
	}
	out := text(outcome(c.Verdict)...)
	if c.Disputed != "" {
		out = append(out, text("disputed: "+c.Disputed)...)
	}
	if c.Hindsight {
		out = append(out, quiet("logged after its window had closed")...)
	}
	return out
}

// callLines is how the claim came out, and why it is not scored if it is not.
func callLines(c Claim) []line {
	k := callOf(c)
	out := []line{{Text: string(k), Call: k}}
	if c.Why != "" {
		out = append(out, quiet(c.Why)...)
	}
	return out
}

func brierLines(c Claim) []line {
	if c.Brier == nil {
		return text(unknown)
	}
	out := text(score(c.Brier))
	if *c.Best < *c.Worst {
		out = append(out, text(span(c.Best, c.Worst, score)+" by reading")...)
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
