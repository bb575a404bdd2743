package report

import (
	"fmt"
	"io"
	"strings"
)

// Format is a rendering.
type Format string

const (
	CSV      Format = "csv"  // one row a claim, for a spreadsheet or a statistics program
	Markdown Format = "md"   // GitHub's dialect
	JSON     Format = "json" // schema tracker.report/1
	HTML     Format = "html" // one page that needs nothing else

	ClaimReview Format = "jsonld" // schema.org's, for search engines
	Atom        Format = "atom"   // what changed last, for feed readers
	Calendar    Format = "ics"    // the windows that are open
)

// renderings are the formats in the order help shows them: a format is a row
// here and a file of its own.
var renderings = []struct {
	format Format
	render func(Report) ([]byte, error)
}{
	{CSV, func(r Report) ([]byte, error) { return r.csv(), nil }},
	{Markdown, func(r Report) ([]byte, error) { return r.markdown(), nil }},
	{JSON, Report.json},
	{HTML, func(r Report) ([]byte, error) { return r.html() }},
	{ClaimReview, Report.claimReviews},
	{Atom, Report.atom},
	{Calendar, Report.calendarFile},
}

// Formats lists every format, in the order help shows them.
var Formats = func() []Format {
	list := make([]Format, len(renderings))
	for i, x := range renderings {
		list[i] = x.format
	}
	return list
}()

// FormatNames names the formats for a sentence: "csv, md, json or html".
func FormatNames() string {
	names := make([]string, len(Formats))
	for i, f := range Formats {
		names[i] = string(f)
	}
	last := len(names) - 1
	return strings.Join(names[:last], ", ") + " or " + names[last]
}

// Write renders r. Nothing is written when the format is unknown or the
// rendering does not succeed; other errors are w's.
func (r Report) Write(w io.Writer, f Format) error {
	text, err := r.render(f)
	if err != nil {
		return err
	}
	if _, err := w.Write(text); err != nil {
		return fmt.Errorf("write the %s report: %w", f, err)
	}
	return nil
}

func (r Report) render(f Format) ([]byte, error) {
	for _, x := range renderings {
		if x.format == f {
			return x.render(r)
		}
	}
	return nil, fmt.Errorf("unknown report format %q: the formats are %s", f, FormatNames())
}

// FormatWords are the formats as they are typed.
func FormatWords() []string {
	words := make([]string, len(Formats))
	for i, f := range Formats {
		words[i] = string(f)
	}
	return words
}
