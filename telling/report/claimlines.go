package report

import "slices"

// given is the lines that say something.
func given(lines ...string) []string {
	return slices.DeleteFunc(lines, func(s string) bool { return s == "" })
}

// brierLines is the score of a claim with its range and its formula.
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
func evidenceLines(c *Claim) []line {
	v := c.Verdict
	if v == nil {
		return nil
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
		out = append(out, text(singled(v.Note, c.Quote))...)
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
