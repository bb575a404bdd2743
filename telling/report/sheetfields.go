package report

import (
	"slices"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/workbook"
)

// safe is a text for a workbook: what acts on a terminal or hides text is
// replaced, line breaks stay.
func safe(s string) string {
	return strings.Map(func(r rune) rune {
		if r != '\t' && r != '\n' && clean.Harmful(string(r)) {
			return '\uFFFD'
		}
		return r
	}, strings.ReplaceAll(s, "\r\n", "\n"))
}

// claimFields are the columns of the claims in a workbook.
var claimFields = []field[*Claim]{
	{"", "Claim", 8, workbook.Whole, func(_ *Report, c *Claim) any { return int(c.ID) }},
	{"", "Speaker", 24, workbook.Text, func(_ *Report, c *Claim) any { return c.Speaker }},
	{"", "Kind of speaker", 12, workbook.Text, func(_ *Report, c *Claim) any { return string(c.SpeakerKind) }},
	{"", "Said on", 12, workbook.Date, func(_ *Report, c *Claim) any { return c.StatedOn.Day() }},
	{"", "Quote", 60, workbook.Prose, func(_ *Report, c *Claim) any { return c.Quote }},
	{"", "Whose words the quote has", 22, workbook.Text, func(_ *Report, c *Claim) any { return whoseWords(c) }},
	{"", "In our words", 48, workbook.Prose, func(_ *Report, c *Claim) any { return statementOurs(c) }},
	{"", "Type", 10, workbook.Text, func(_ *Report, c *Claim) any { return string(c.Type) }},
	{"", "On condition", 28, workbook.Prose, func(_ *Report, c *Claim) any { return c.Condition }},
	{"", "First day", 12, workbook.Date, func(_ *Report, c *Claim) any { return c.Window.Earliest }},
	{"", "Last day", 12, workbook.Date, func(_ *Report, c *Claim) any { return c.Window.Latest }},
	{"", "Read from", 26, workbook.Text, func(_ *Report, c *Claim) any { return bareWords(c.Window.Phrase, c.Window.Said) }},
	{"", "Words of confidence", 22, workbook.Text, func(_ *Report, c *Claim) any { return bareWords(c.Hedge.Words, c.Hedge.Said) }},
	{"", "Probability the words stand for", 11, workbook.Ratio, func(_ *Report, c *Claim) any { return c.Hedge.P }},
	{"", "What became of it", 18, workbook.Text, func(_ *Report, c *Claim) any { return standingWords(*c) }},
	{"", "Right (1, 0)", 8, workbook.Whole, func(_ *Report, c *Claim) any { return c.Right }},
	{"", "Disputed", 24, workbook.Prose, func(_ *Report, c *Claim) any { return c.Reply() }},
	{"", "Why", 60, workbook.Prose, func(_ *Report, c *Claim) any { return becauseSentence(c) }},
	{"", "Published by", 26, workbook.Text, func(_ *Report, c *Claim) any { return sources(c) }},
	{"", "Source", 34, workbook.Text, func(_ *Report, c *Claim) any { return publishedAt(c, func(k Carrier) string { return k.URL }) }},
	{"", "Archived copy", 34, workbook.Text, func(_ *Report, c *Claim) any { return publishedAt(c, func(k Carrier) string { return k.ArchiveURL }) }},
	{"", "Evidence", 34, workbook.Text, func(_ *Report, c *Claim) any { return firstEvidence(c) }},
	{"", "Decided by", 40, workbook.Prose, func(_ *Report, c *Claim) any { return singled(c.Criterion, c.Quote) }},
	{"", "Event", 24, workbook.Text, func(_ *Report, c *Claim) any { return c.Event }},
	{"", "Tags", 20, workbook.Text, func(_ *Report, c *Claim) any { return strings.Join(c.Tags, " ") }},
	{"", "Recorded in hindsight (1, 0)", 11, workbook.Whole, func(_ *Report, c *Claim) any { return c.Hindsight }},
	{"", "Lasting name", 38, workbook.Text, func(_ *Report, c *Claim) any { return string(c.UID) }},
}

// judgedFields are the columns of the verdicts in a workbook: what came, and
// how it is counted, in words where a table has names.
var judgedFields = func() []field[*Claim] {
	list := slices.Clone(verdictFields)
	for _, f := range scoreFields {
		if !slices.ContainsFunc(list, func(v field[*Claim]) bool { return v.name == f.name }) && f.name != "as_of" {
			list = append(list, f)
		}
	}
	for i, f := range list {
		if words := inWords[f.name]; words != nil {
			list[i].value = func(r *Report, c *Claim) any {
				if s, ok := f.value(r, c).(string); ok {
					return words(s)
				}
				return nil
			}
		}
	}
	return list
}()

// inWords are the columns whose names readers get as words.
var inWords = map[string]func(string) string{
	"reason":     ReasonWords,
	"timing":     func(s string) string { return strings.ReplaceAll(s, "-", " ") },
	"counted_as": func(s string) string { return plainName(strings.ReplaceAll(s, "_", " ")) },
	"standing":   plainName,
	"words_by": func(s string) string {
		return map[string]string{string(claims.ByReport): "an outlet's", string(claims.BySpeaker): "the speaker's"}[s]
	},
	"why":  afterName,
	"side": func(s string) string { return map[string]string{"none": "no side"}[s] + strings.TrimPrefix(s, "none") },
}

// afterName is a reason without the name that it begins with.
func afterName(why string) string {
	if _, reason, named := strings.Cut(why, ": "); named {
		return upper(reason)
	}
	return why
}

// whoseWords says whose a quote is, "" without one.
func whoseWords(c *Claim) string {
	switch {
	case c.Quote == "":
		return ""
	case c.Reported():
		return reporter(c.view())
	}
	return "the speaker"
}

// bareWords are words that were read, with a remark where the quote does not
// have them.
func bareWords(words string, said *bool) string {
	if words == "" || said != nil && *said {
		return words
	}
	return words + " (in our words)"
}

// publishedAt is the first address of a kind where a claim was published.
func publishedAt(c *Claim, of func(Carrier) string) any {
	for _, k := range c.CarriedBy {
		if a := of(k); a != "" {
			return line{Text: a, URL: webURL(a)}
		}
	}
	return nil
}

// firstEvidence is the first piece that a verdict rests on.
func firstEvidence(c *Claim) any {
	if c.Verdict == nil || len(c.Verdict.Evidence) == 0 {
		return nil
	}
	e := c.Verdict.Evidence[0]
	if e.URL == "" {
		return e.File
	}
	return line{Text: e.URL, URL: webURL(e.URL)}
}
