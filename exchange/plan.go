package exchange

import (
	"io"
	"iter"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
)

// Mapping says what the column of a title is: a member, or "" to leave it
// out.
type Mapping struct{ Title, Member string }

// TableOptions are what somebody said about a table.
type TableOptions struct {
	Maps         []Mapping
	Encoding     string       // of a text that is not UTF-8
	Sheet        string       // of a workbook; "" is the first that is shown
	Order        date.Order   // of days like 3/4/2025 that their column does not settle
	Today        calendar.Day // the year of 13/4/25 is near it
	EvidenceNote string       // of verdicts that have no evidence of their own
	LeaveOut     bool         // columns that are not known
	Speaker      string       // of all claims of a table without a column for it
	Said         string       // the day, likewise
	Questions    *Questions   // of the forecasts of a site; may be nil
}

// Questions is the file with the questions of a site's forecasts.
type Questions struct {
	Open Opener
	Name string
	Kind FileKind
}

// Plan is how a table is read.
type Plan struct {
	Name    string
	Kind    FileKind
	Sheet   string   // of a workbook, the one that is read
	Sheets  []string // those it shows
	Columns []Column
	o       TableOptions
	spelled spelling
	line    int    // of the header, 0 while nobody knows it
	needs   []bool // whether a claim cannot do without the cell of a column
	left    []Omission

	language string    // of its claims where no column says it; "" for English
	site     *sitePlan // of the export of a site; else nil
	wide     *wide     // where questions are columns; else nil
}

// Opener opens a file from its start, as often as asked.
type Opener func() (io.ReadCloser, error)

// Understand reads a table to its end and settles what its columns are and
// how their days and numbers are meant. An error says what is wrong with the
// file as a whole; Problems says what is still open.
func Understand(open Opener, name string, kind FileKind, o TableOptions) (*Plan, error) {
	p := &Plan{Name: name, Kind: kind, o: o}
	if kind == Text {
		if err := p.spell(open); err != nil {
			return nil, err
		}
	}
	if err := p.findHeader(open); err != nil {
		return nil, err
	}
	f, err := open()
	if err != nil {
		return nil, err
	}
	defer f.Close()
	rs, done, err := p.open(f)
	if err != nil {
		return nil, err
	}
	defer done()
	t := &table{rows: rs, plan: p, decoder: decoder{file: name}}
	if err := t.header(); err != nil {
		return nil, err
	}
	if p.site != nil {
		return p, p.readSite(t)
	}
	if o.Questions != nil {
		return nil, claims.Refuse("", "%s is no table of forecasts of a site that has a list of questions", name).WithHint("leave --questions out")
	}
	return p, p.study(t)
}

// Site is the name of the site whose export this is, "" for none.
func (p *Plan) Site() string {
	if p.site == nil {
		return ""
	}
	return p.site.name
}

// LeftOut returns the rows that are no claims.
func (p *Plan) LeftOut() []Omission {
	if p.site == nil {
		return p.left
	}
	return append(slices.Clip(p.left), p.site.left...)
}

func (p *Plan) spell(open Opener) (err error) {
	f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	p.spelled, err = examine(f, p.Name, p.o.Encoding)
	return err
}

// open opens the rows of the table in a file.
func (p *Plan) open(r io.Reader) (rs rows, done func(), err error) {
	done = func() {}
	if p.Kind == Workbook {
		w, err := openWorkbook(r, p.Name, p.o.Sheet)
		if err != nil {
			return nil, nil, err
		}
		p.Sheet, p.Sheets = w.sheet, w.all
		rs, done = w, w.close
	} else {
		rs = openText(r, p.Name, p.spelled)
	}
	if p.wide != nil {
		rs = &wideRows{rows: rs, wide: p.wide, line: p.line}
	}
	return rs, done, nil
}

// Encoding is the charset of a text that is not UTF-8, "" for UTF-8.
func (p *Plan) Encoding() string { return p.spelled.called }

// Read yields the claims of the table, which r holds from its start. Errors
// are those of ReadJSONL.
func (p *Plan) Read(r io.Reader) iter.Seq2[Line, error] {
	return func(yield func(Line, error) bool) {
		rs, done, err := p.open(r)
		if err != nil {
			yield(Line{}, err)
			return
		}
		defer done()
		t := &table{rows: rs, plan: p, decoder: decoder{file: p.Name}}
		if err = t.header(); err == nil {
			err = t.ready()
		}
		if err != nil {
			yield(Line{}, err)
			return
		}
		t.each(yield)
	}
}

// Trial is Read for a look at the first claims: unknown columns are left
// out, and days that could be two are told as problems of their lines.
func (p *Plan) Trial(r io.Reader) iter.Seq2[Line, error] {
	trial := *p
	trial.o.LeaveOut = true
	return trial.Read(r)
}
