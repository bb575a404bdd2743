package report

import (
	"fmt"
	"io"
)

// Format is a rendering.
type Format string

const (
	CSV      Format = "csv"  // one row a claim, for a spreadsheet or a statistics program
	Markdown Format = "md"   // GitHub's dialect
	JSON     Format = "json" // schema tracker.report/1
	HTML     Format = "html" // one page that needs nothing else
)

// Formats lists every format, in the order help shows them.
var Formats = []Format{CSV, Markdown, JSON, HTML}

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
	switch f {
	case CSV:
		return r.csv(), nil
	case Markdown:
		return r.markdown(), nil
	case JSON:
		return r.json()
	case HTML:
		return r.html()
	}
	return nil, fmt.Errorf("unknown report format %q: the formats are csv, md, json and html", f)
}
