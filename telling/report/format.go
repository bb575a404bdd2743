package report

import (
	"cmp"
	"fmt"
	"io"
	"slices"
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
	XLSX        Format = "xlsx"   // a workbook
)

// renderings are the formats in the order help shows them: a format is a row
// here and a file of its own.
var renderings = []struct {
	format Format
	write  func(Report, io.Writer) error
}{
	{CSV, Report.csv},
	{Markdown, whole(func(r Report) ([]byte, error) { return r.markdown(), nil })},
	{JSON, Report.json},
	{HTML, whole(Report.html)},
	{XLSX, Report.xlsx},
	{ClaimReview, whole(Report.claimReviews)},
	{Atom, whole(Report.atom)},
	{Calendar, whole(Report.calendarFile)},
}

// whole writes what is rendered in one piece.
func whole(render func(Report) ([]byte, error)) func(Report, io.Writer) error {
	return func(r Report, w io.Writer) error {
		text, err := render(r)
		if err = cmp.Or(err, r.Err()); err != nil {
			return err
		}
		_, err = w.Write(text)
		return err
	}
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

// Write renders r. Nothing is written when the format is unknown or refused;
// other errors are w's.
func (r Report) Write(w io.Writer, f Format) error {
	i := slices.Index(Formats, f)
	if i < 0 {
		return fmt.Errorf("unknown report format %q: the formats are %s", f, FormatNames())
	}
	if err := renderings[i].write(r, w); err != nil {
		return fmt.Errorf("write the %s report: %w", f, err)
	}
	return nil
}

// FormatWords are the formats as they are typed.
func FormatWords() []string {
	words := make([]string, len(Formats))
	for i, f := range Formats {
		words[i] = string(f)
	}
	return words
}
