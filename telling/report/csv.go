package report

import (
	"bufio"
	"cmp"
	"io"
	"slices"
	"strconv"
	"strings"

	"tracker/clean"
)

// column is one column of the CSV. Text goes through cell, numbers do not.
type column struct {
	name  string
	value func(r *Report, c *Claim) string
}

// columns are documented one by one in docs/reports.md: the members of a
// claim, what came of it, how it counts.
var columns = slices.Concat(first, otherMembers(first, judged), judged)

// first are the columns that say which claim it is and who made it.
var first = []column{
	member("id"), member("uid"), member("key"), member("speaker"), member("speaker_kind"),
	{"carried_by", func(_ *Report, c *Claim) string { return cell(sources(c)) }},
	{"urls", func(_ *Report, c *Claim) string { return cell(addresses(c)) }},
	member("stated_on"), member("event"), member("tags"),
}

// judged are the columns of what came of a claim.
var judged = []column{
	{"verdict.outcome", verdict(func(v *Verdict) string { return cell(string(v.Outcome)) })},
	{"verdict.extent", verdict(func(v *Verdict) string { return number(v.Extent) })},
	{"verdict.event_date", verdict(func(v *Verdict) string { return v.Day.String() })},
	{"verdict.timing", verdict(func(v *Verdict) string { return cell(string(v.Timing)) })},
	{"verdict.days_late", verdict(daysLate)},
	{"verdict.early_counts", verdict(func(v *Verdict) string { return truth(v.EarlyCounts) })},
	{"verdict.reason", verdict(func(v *Verdict) string { return cell(v.Reason) })},
	{"verdict.note", verdict(func(v *Verdict) string { return cell(v.Note) })},
	{"verdict.evidence", verdict(func(v *Verdict) string { return cell(evidence(v)) })},
	member("disputed"),
	member("withdrawn"),
	member("supersedes"),
	member("repeats"),
	member("recorded_at"),
	{"hindsight", func(_ *Report, c *Claim) string { return strconv.FormatBool(c.Hindsight) }},
	{"side", func(_ *Report, c *Claim) string { return string(c.Side) }},
	{"standing", func(_ *Report, c *Claim) string { return string(c.Standing) }},
	{"bucket", func(_ *Report, c *Claim) string { return string(c.Bucket) }},
	{"why", func(_ *Report, c *Claim) string { return cell(c.Why) }},
	{"p", func(_ *Report, c *Claim) string { return number(c.P) }},
	{"p_low", func(_ *Report, c *Claim) string { return number(c.PLow) }},
	{"p_high", func(_ *Report, c *Claim) string { return number(c.PHigh) }},
	{"y", func(_ *Report, c *Claim) string { return number(c.Y) }},
	{"right", func(_ *Report, c *Claim) string { return truth(c.Right) }},
	{"brier", func(_ *Report, c *Claim) string { return number(c.Brier) }},
	{"brier_best", func(_ *Report, c *Claim) string { return number(c.Best) }},
	{"brier_worst", func(_ *Report, c *Claim) string { return number(c.Worst) }},
	{"as_of", func(r *Report, _ *Claim) string { return r.AsOf.String() }},
	{"policy.windows", func(r *Report, _ *Claim) string { return string(r.Policy.Windows) }},
	{"policy.late", func(r *Report, _ *Claim) string { return r.Policy.Late.String() }},
	{"hedge.said", func(_ *Report, c *Claim) string { return truth(c.Hedge.Said) }},
	{"window.said", func(_ *Report, c *Claim) string { return truth(c.Window.Said) }},
}

// csv renders one row a claim, after RFC 4180. It is written by hand because
// encoding/csv changes the line breaks inside a field when it ends records
// with CRLF.
func (r Report) csv(w io.Writer) error {
	out := bufio.NewWriter(w)
	var b []byte
	for i, c := range columns {
		b = appendField(b, i, c.name)
	}
	out.Write(append(b, "\r\n"...))
	err := r.Each(func(c *Claim) error {
		b = b[:0]
		for i, col := range columns {
			b = appendField(b, i, col.value(&r, c))
		}
		_, err := out.Write(append(b, "\r\n"...))
		return err
	})
	return cmp.Or(err, out.Flush())
}

// appendField appends the i-th field of a record, quoted where it must be.
func appendField(b []byte, i int, s string) []byte {
	if i > 0 {
		b = append(b, ',')
	}
	if !strings.ContainsAny(s, "\",\r\n") {
		return append(b, s...)
	}
	b = append(b, '"')
	b = append(b, strings.ReplaceAll(s, `"`, `""`)...)
	return append(b, '"')
}

// cell makes text harmless for a spreadsheet and for a terminal. Tabs and
// line breaks stay: inside a quoted field they are data.
func cell(s string) string {
	return clean.Cell(strings.Map(func(r rune) rune {
		if r != '\t' && r != '\r' && r != '\n' && clean.Harmful(string(r)) {
			return '\uFFFD'
		}
		return r
	}, s))
}

// number prints the shortest digits that give x back, and nothing for nil.
func number(x *float64) string {
	if x == nil {
		return ""
	}
	return strconv.FormatFloat(*x, 'g', -1, 64)
}

func truth(b *bool) string {
	if b == nil {
		return ""
	}
	return strconv.FormatBool(*b)
}

// verdict is a column that is empty without a verdict.
func verdict(value func(*Verdict) string) func(*Report, *Claim) string {
	return func(_ *Report, c *Claim) string {
		if c.Verdict == nil {
			return ""
		}
		return value(c.Verdict)
	}
}

func daysLate(v *Verdict) string {
	if v.DaysLate == nil {
		return ""
	}
	return strconv.Itoa(*v.DaysLate)
}

func sources(c *Claim) string {
	var names []string
	for _, k := range c.CarriedBy {
		names = append(names, k.Source)
	}
	return strings.Join(names, "; ")
}

// addresses joins the URLs of the carriers with spaces, which no URL holds.
func addresses(c *Claim) string {
	var list []string
	for _, k := range c.CarriedBy {
		for _, u := range []string{k.URL, k.ArchiveURL} {
			if u != "" {
				list = append(list, u)
			}
		}
	}
	return strings.Join(list, " ")
}

// evidence joins the pieces, each a URL or a file name with its hash.
func evidence(v *Verdict) string {
	var list []string
	for _, e := range v.Evidence {
		if e.URL != "" {
			list = append(list, e.URL)
		} else {
			list = append(list, e.File+" sha256:"+e.SHA256)
		}
	}
	return strings.Join(list, "; ")
}
