package report

import (
	"bufio"
	"cmp"
	"io"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/workbook"
)

// Bundle is the report as tables of CSV: claims as tracker import takes them
// back, what came of them, and how each is counted. The rows of the three
// share id and uid.
func (r Report) Bundle() []files.File {
	return []files.File{
		{Name: "claims.csv", Write: r.writeClaims},
		{Name: "verdicts.csv", Write: func(w io.Writer) error { return writeTable(w, &r, verdictFields, hasVerdict) }},
		{Name: "scores.csv", Write: func(w io.Writer) error { return writeTable(w, &r, scoreFields, nil) }},
	}
}

func hasVerdict(c *Claim) bool { return c.Verdict != nil }

// writeClaims writes the public members of the claims in the form of an
// export.
func (r Report) writeClaims(w io.Writer) error {
	out := exchange.WriteCSV(w, exchange.CSVForm{})
	if err := r.Each(func(c *Claim) error { return out.Write(c.exported()) }); err != nil {
		return err
	}
	return out.Flush()
}

// exported is the claim as an export has it, without what stays in the book:
// who gave a verdict and when, and the folders of evidence.
func (c *Claim) exported() claims.View {
	v := c.view()
	if c.Verdict != nil {
		public := *c.judged.Claim.Verdict
		public.UID, public.By, public.At, public.Evidence = "", "", 0, c.Verdict.Evidence
		v.Verdict = &public
	}
	return v
}

// writeTable writes the rows of the claims that which means, all for nil.
func writeTable(w io.Writer, r *Report, fields []field[*Claim], which func(*Claim) bool) error {
	out := bufio.NewWriter(w)
	var line []byte
	for i, f := range fields {
		line = appendField(line, i, f.name)
	}
	out.Write(append(line, "\r\n"...))
	err := r.Each(func(c *Claim) error {
		if which != nil && !which(c) {
			return nil
		}
		line = line[:0]
		for i, f := range fields {
			line = appendField(line, i, csvDatum(f.value(r, c)))
		}
		_, err := out.Write(append(line, "\r\n"...))
		return err
	})
	return cmp.Or(err, out.Flush())
}

// whichClaim are the columns by which the rows of all tables find each other.
var whichClaim = []field[*Claim]{
	{"id", "Claim", 8, workbook.Whole, func(_ *Report, c *Claim) any { return int(c.ID) }},
	{"uid", "Lasting name", 38, workbook.Text, func(_ *Report, c *Claim) any { return string(c.UID) }},
	{"speaker", "Speaker", 24, workbook.Text, func(_ *Report, c *Claim) any { return c.Speaker }},
}

// verdictFields are what came of a claim.
var verdictFields = append(whichClaim[:len(whichClaim):len(whichClaim)], []field[*Claim]{
	{"statement", "In our words", 48, workbook.Prose, func(_ *Report, c *Claim) any { return statementOurs(c) }},
	{"standing", "What became of it", 16, workbook.Text, func(_ *Report, c *Claim) any { return StandingWords(c.Standing) }},
	{"right", "Right (1, 0)", 8, workbook.Whole, func(_ *Report, c *Claim) any { return c.Right }},
	{"outcome", "Happened", 10, workbook.Text, ofVerdict(func(v *Verdict) any { return string(v.Outcome) })},
	{"extent", "Part of it", 8, workbook.Ratio, ofVerdict(func(v *Verdict) any { return v.Extent })},
	{"event_date", "Happened on", 12, workbook.Date, ofVerdict(func(v *Verdict) any { return v.Day })},
	{"timing", "Timing", 10, workbook.Text, ofVerdict(func(v *Verdict) any { return string(v.Timing) })},
	{"days_late", "Days late", 10, workbook.Whole, ofVerdict(func(v *Verdict) any {
		if v.DaysLate == nil {
			return nil
		}
		return *v.DaysLate
	})},
	{"early_counts", "Early was as good (1, 0)", 10, workbook.Whole, ofVerdict(func(v *Verdict) any { return v.EarlyCounts })},
	{"reason", "Why it is unclear or void", 22, workbook.Text, ofVerdict(func(v *Verdict) any { return v.Reason })},
	{"note", "What was seen", 40, workbook.Prose, seen},
	{"evidence", "Evidence", 40, workbook.Text, ofVerdict(func(v *Verdict) any { return evidence(v) })},
	{"disputed", "Disputed", 24, workbook.Prose, func(_ *Report, c *Claim) any { return c.Reply() }},
}...)

// scoreFields are how a claim is counted.
var scoreFields = append(whichClaim[:len(whichClaim):len(whichClaim)], []field[*Claim]{
	{"event", "Event", 24, workbook.Text, func(_ *Report, c *Claim) any { return c.Event }},
	{"type", "Type", 10, workbook.Text, func(_ *Report, c *Claim) any { return string(c.Type) }},
	{"words_by", "Whose words", 10, workbook.Text, func(_ *Report, c *Claim) any { return string(c.WordsBy) }},
	{"side", "Side taken", 10, workbook.Text, func(_ *Report, c *Claim) any { return string(c.Side) }},
	{"counted_as", "Counted as", 14, workbook.Text, func(_ *Report, c *Claim) any { return string(c.Bucket) }},
	{"standing", "What became of it", 16, workbook.Text, func(_ *Report, c *Claim) any { return StandingWords(c.Standing) }},
	{"right", "Right (1, 0)", 8, workbook.Whole, func(_ *Report, c *Claim) any { return c.Right }},
	{"p", "Probability", 10, workbook.Ratio, func(_ *Report, c *Claim) any { return c.P }},
	{"p_low", "Probability, lowest reading", 10, workbook.Ratio, func(_ *Report, c *Claim) any { return c.PLow }},
	{"p_high", "Probability, highest reading", 10, workbook.Ratio, func(_ *Report, c *Claim) any { return c.PHigh }},
	{"y", "Happened in time (1, 0)", 10, workbook.Ratio, func(_ *Report, c *Claim) any { return c.Y }},
	{"brier", "Brier score", 10, workbook.Fine, func(_ *Report, c *Claim) any { return c.Brier }},
	{"brier_best", "Brier score, kindest reading", 10, workbook.Fine, func(_ *Report, c *Claim) any { return c.Best }},
	{"brier_worst", "Brier score, harshest reading", 10, workbook.Fine, func(_ *Report, c *Claim) any { return c.Worst }},
	{"disputed", "Disputed", 24, workbook.Prose, func(_ *Report, c *Claim) any { return c.Reply() }},
	{"hindsight", "Recorded in hindsight (1, 0)", 10, workbook.Whole, func(_ *Report, c *Claim) any { return c.Hindsight }},
	{"why", "Why there is no score", 32, workbook.Prose, func(_ *Report, c *Claim) any { return c.Why }},
	{"as_of", "As of", 12, workbook.Date, func(r *Report, _ *Claim) any { return r.AsOf }},
}...)

// ofVerdict is a value that only a claim with a verdict has.
func ofVerdict(value func(*Verdict) any) func(*Report, *Claim) any {
	return func(_ *Report, c *Claim) any {
		if c.Verdict == nil {
			return nil
		}
		return value(c.Verdict)
	}
}

// seen is what the desk noted with a verdict.
func seen(_ *Report, c *Claim) any {
	if c.Verdict == nil {
		return nil
	}
	return singled(c.Verdict.Note, c.Quote)
}
