package exchange

import (
	"cmp"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"

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
	Questions    *Questions   // of the forecasts of a site; may be nil
}

// Questions is the file with the questions of a site's forecasts.
type Questions struct {
	Open Opener
	Name string
	Kind FileKind
}

// How tells why a column was understood as it was.
type How string

const (
	Named   How = "named"   // its title is a member's name
	Guessed How = "guessed" // its title is one that people use
	Told    How = "told"    // by a Mapping
	Derived How = "derived" // the book works it out
	Unknown How = "unknown"
	Empty   How = "empty" // without a title, or of no known title, and never filled
)

// Column is one column of a table as it was understood.
type Column struct {
	Title    string
	Members  []string // none when it is left out
	How      How
	Note     string // what its cells settled: "day first, as 13/4/2025 shows"
	Unlike   string // an example of a day that could be two, when nothing settled it
	order    date.Order
	percents bool
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
	line    int       // of the header
	site    *sitePlan // of the export of a site; else nil
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

// LeftOut returns the rows of a site's export that are no claims.
func (p *Plan) LeftOut() []Omission {
	if p.site == nil {
		return nil
	}
	return p.site.left
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
func (p *Plan) open(r io.Reader) (rows, func(), error) {
	if p.Kind == Workbook {
		w, err := openWorkbook(r, p.Name, p.o.Sheet)
		if err != nil {
			return nil, nil, err
		}
		p.Sheet, p.Sheets = w.sheet, w.all
		return w, w.close, nil
	}
	return openText(r, p.Name, p.spelled), func() {}, nil
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

// understand finds out what the columns of a header are. A plan that knows
// its columns keeps them.
func (p *Plan) understand(header []string, line int) {
	if p.line = line; p.Columns != nil || p.site != nil {
		return
	}
	if s, isQuestions := siteOf(header); s != nil {
		p.site = &sitePlan{site: s, table: titlesOf(header), o: p.o, onlyQuestions: isQuestions}
		return
	}
	members := new(object).columns()
	byName := func(name string) (column, bool) {
		i := slices.IndexFunc(members, func(c column) bool { return c.name == name })
		if i < 0 {
			return column{}, false
		}
		return members[i], true
	}
	_, own := byNameIn(header, "verdict.outcome")
	for _, title := range header {
		p.Columns = append(p.Columns, p.columnOf(title, byName, own))
	}
	p.preferNamed()
}

func byNameIn(header []string, name string) (int, bool) {
	i := slices.IndexFunc(header, func(title string) bool { return plain(title) == name })
	return i, i >= 0
}

// columnOf understands one title. Own is for a table that this program wrote:
// its status follows from the rest.
func (p *Plan) columnOf(title string, byName func(string) (column, bool), own bool) Column {
	c := Column{Title: title, How: Told}
	told := false
	for _, m := range p.o.Maps {
		if m.Title == title || plain(m.Title) == plain(title) {
			told = true
			if m.Member != "" {
				c.Members = append(c.Members, plain(m.Member))
			}
		}
	}
	name := plain(title)
	m, known := byName(name)
	switch guessed := guess(title); {
	case told:
	case name == "status" && !own:
		c.Members, c.How = []string{forOutcome}, Guessed
	case name == "standing" || known && m.derived:
		c.How = Derived
	case known:
		c.Members, c.How = []string{name}, Named
	case guessed != "":
		c.Members, c.How = []string{guessed}, Guessed
	case name == "":
		c.How = Empty
	default:
		c.How = Unknown
	}
	return c
}

// preferNamed lets go of what was guessed where another column has the name
// of the member itself, or was said to be it.
func (p *Plan) preferNamed() {
	for i := range p.Columns {
		c := &p.Columns[i]
		if c.How != Guessed {
			continue
		}
		for _, other := range p.Columns {
			if other.How != Guessed && slices.Contains(other.Members, memberOf(c.Members[0])) {
				c.Members, c.How = nil, Unknown
				break
			}
		}
	}
}

// memberOf is the member that a name of a column stands for first.
func memberOf(name string) string { return cmp.Or(readAs[name], name) }

// Guessed reports whether anything was understood that nobody has said.
func (p *Plan) Guessed() bool {
	return slices.ContainsFunc(p.Columns, func(c Column) bool { return c.How == Guessed || c.How == Unknown })
}

// LeaveOut leaves out the columns that are not known: somebody was asked.
func (p *Plan) LeaveOut() { p.o.LeaveOut = true }

// Settle says how the days are meant that no column settles.
func (p *Plan) Settle(order date.Order) {
	p.o.Order = order
	for i := range p.Columns {
		p.Columns[i].settle(order)
	}
}

// Unsettled returns the first column with days that could be two, nil for
// none.
func (p *Plan) Unsettled() *Column {
	i := slices.IndexFunc(p.Columns, func(c Column) bool { return c.Unlike != "" })
	if i < 0 {
		return nil
	}
	return &p.Columns[i]
}

// Problems says what about the columns is wrong or open; nil for nothing.
func (p *Plan) Problems() error {
	t := &table{plan: p, decoder: decoder{file: p.Name, number: p.line}}
	if p.site != nil {
		return nil
	}
	t.bind()
	if c := p.Unsettled(); c != nil {
		t.refuse(fmt.Errorf("in column %.60q, %s, and no row settles it", c.Title, bothReadings(c.Unlike, p.dates(date.Ask))),
			"say which: --dates dmy or --dates mdy")
	}
	return t.take()
}

// Question asks about the days that could be two, "" when there are none.
func (p *Plan) Question() string {
	c := p.Unsettled()
	if c == nil {
		return ""
	}
	return fmt.Sprintf("In column %q, %s. Which comes first, the day or the month (dmy or mdy)?", c.Title, bothReadings(c.Unlike, p.dates(date.Ask)))
}

func (p *Plan) dates(order date.Order) date.Options {
	return date.Options{Today: p.o.Today, Order: order}
}

// bothReadings says which two days a text could be.
func bothReadings(text string, o date.Options) string {
	_, err := dayCell(text, o)
	if isAmbiguous(err) {
		return strings.ReplaceAll(err.Error(), `"`, "")
	}
	return text + " could be two days"
}
