package intake

import (
	"cmp"
	"context"
	"strings"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/reading/date"
)

// Table says how a table is to be read.
type Table struct {
	Columns   []string // COLUMN=MEMBER, each what a column is
	MapFile   string   // a file with lines of them
	SaveMap   string   // the file that takes what every column is taken for
	Dates     string   // the order of days like 3/4/2025: dmy or mdy
	Encoding  string   // of a text that is not UTF-8, such as windows-1252
	Sheet     string   // of a workbook, "" for the first
	Note      string   // what verdicts without evidence rest on
	Questions string   // the file with the questions of a site
	Speaker   string   // of all claims, where no column says it
	Said      string   // the day of all claims, likewise
}

// given reports whether anything is said that only a table has.
func (f *Table) given() bool {
	return len(f.Columns) > 0 || cmp.Or(f.MapFile, f.SaveMap, f.Dates, f.Encoding, f.Sheet, f.Note, f.Questions, f.Speaker, f.Said) != ""
}

// options reads what is said.
func (f *Table) options(p Program) (exchange.TableOptions, error) {
	o := exchange.TableOptions{Encoding: f.Encoding, Sheet: f.Sheet, Today: p.Today, Order: p.Order, EvidenceNote: f.Note, Speaker: f.Speaker}
	switch strings.ToLower(f.Dates) {
	case "":
	case "dmy":
		o.Order = date.DayFirst
	case "mdy":
		o.Order = date.MonthFirst
	default:
		return o, claims.Mistyped("%q is no order of days", f.Dates).WithHint("--dates dmy for 3 April as 3/4, --dates mdy for 4/3")
	}
	if f.Said != "" {
		day, err := date.Read(f.Said, date.Options{Today: p.Today, Order: o.Order})
		if err != nil {
			return o, claims.Mistyped("--said %q: %v", f.Said, err).WithHint("--said 2025-08-06")
		}
		o.Said = day.String()
	}
	lines, err := readMapFile(f.MapFile)
	if err != nil {
		return o, err
	}
	for _, m := range append(lines, f.Columns...) {
		mapping, err := ReadMapping(m)
		if err != nil {
			return o, err
		}
		o.Maps = append(o.Maps, mapping)
	}
	return o, nil
}

// ReadMapping reads COLUMN=MEMBER: no member has a = in its name, and columns
// may.
func ReadMapping(text string) (exchange.Mapping, error) {
	i := strings.LastIndexByte(text, '=')
	if i < 0 {
		return exchange.Mapping{}, claims.Mistyped("--map %q is not COLUMN=MEMBER", text).WithHint("--map Who=speaker")
	}
	return exchange.Mapping{Title: text[:i], Member: strings.TrimSpace(text[i+1:])}, nil
}

// ReadColumns reads several of them.
func ReadColumns(maps []string) (exchange.Columns, error) {
	columns := exchange.Columns{}
	for _, m := range maps {
		mapping, err := ReadMapping(m)
		if err != nil {
			return nil, err
		}
		columns[mapping.Title] = mapping.Member
	}
	return columns, nil
}

// plan understands a table; nil is for JSON Lines.
func (o *Options) plan(ctx context.Context, p Program, file *source) (*exchange.Plan, error) {
	kind := exchange.FileKind(o.Format)
	switch kind {
	case exchange.JSONLines, exchange.Text, exchange.Workbook:
	case "tsv":
		kind = exchange.Text
	case "":
		var err error
		if kind, err = exchange.KindOf(file.head, file.name, files.Ending(file.name)); err != nil {
			return nil, err
		}
	default:
		return nil, claims.Mistyped("no format is called %q", o.Format).WithHint("--format jsonl, csv or xlsx")
	}
	if kind != exchange.Workbook && o.Table.Sheet != "" {
		return nil, claims.Mistyped("%s is no workbook, and has no sheets", file.name).WithHint("leave --sheet out")
	}
	if kind == exchange.JSONLines {
		if o.Preview && !o.Table.given() {
			return nil, claims.Mistyped("%s is JSON Lines, and has no columns to show", file.name).WithHint("%s --dry-run checks it and writes nothing", o.command())
		}
		if o.Table.given() {
			return nil, claims.Mistyped("%s is JSON Lines, and has no columns", file.name).WithHint("add --format csv if it is a table")
		}
		return nil, nil
	}
	options, err := o.Table.options(p)
	if err != nil {
		return nil, err
	}
	if o.Table.Questions != "" {
		asked, err := p.source(ctx, o.Table.Questions)
		if err != nil {
			return nil, err
		}
		defer asked.close()
		q := &exchange.Questions{Open: asked.open, Name: asked.name}
		if q.Kind, err = exchange.KindOf(asked.head, asked.name, files.Ending(asked.name)); err != nil {
			return nil, err
		}
		options.Questions = q
	}
	plan, err := exchange.Understand(file.open, file.name, kind, options)
	return plan, claims.Hinted(err, "nothing was written; the first line names the columns, and a quote in a cell is written twice")
}
