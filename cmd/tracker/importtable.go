package main

import (
	"cmp"
	"strings"

	"github.com/spf13/cobra"

	"tracker/exchange"
	"tracker/reading/date"
)

// tableFlags say how a table is to be read.
type tableFlags struct {
	columns  []string
	mapFile  string
	saveMap  string
	dates    string
	encoding string
	sheet    string
	note     string
	asked    string // the file with the questions of a site
}

func (f *tableFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&f.columns, "map", nil, "`COLUMN=MEMBER`: what a column of a table is; may be repeated, also for one column")
	cmd.Flags().StringVar(&f.mapFile, "map-file", "", "take the --map lines of `FILE`")
	cmd.Flags().StringVar(&f.saveMap, "save-map", "", "write to `FILE` what every column is taken for")
	cmd.Flags().StringVar(&f.dates, "dates", "", "`ORDER` of days like 3/4/2025: dmy or mdy")
	cmd.Flags().StringVar(&f.encoding, "encoding", "", "`NAME` of the encoding of a table that is not UTF-8, such as windows-1252")
	cmd.Flags().StringVar(&f.sheet, "sheet", "", "`NAME` of the sheet of a workbook (default: the first)")
	cmd.Flags().StringVar(&f.note, "evidence-note", "", "`TEXT` that verdicts without evidence rest on")
	cmd.Flags().StringVar(&f.asked, "questions", "", "`FILE` with the questions of a site's forecasts")
	fixedCompletion(cmd, "dates", "dmy", "mdy")
}

// given reports whether anything is said that only a table has.
func (f *tableFlags) given() bool {
	return len(f.columns) > 0 || cmp.Or(f.mapFile, f.saveMap, f.dates, f.encoding, f.sheet, f.note, f.asked) != ""
}

// options reads the flags.
func (f *tableFlags) options(e *env) (exchange.TableOptions, error) {
	o := exchange.TableOptions{Encoding: f.encoding, Sheet: f.sheet, Today: e.today(), Order: e.dates(date.Past).Order, EvidenceNote: f.note}
	switch strings.ToLower(f.dates) {
	case "":
	case "dmy":
		o.Order = date.DayFirst
	case "mdy":
		o.Order = date.MonthFirst
	default:
		return o, usage("%q is no order of days", f.dates).WithHint("--dates dmy for 3 April as 3/4, --dates mdy for 4/3")
	}
	lines, err := readMapFile(f.mapFile)
	if err != nil {
		return o, err
	}
	for _, m := range append(lines, f.columns...) {
		mapping, err := mappingOf(m)
		if err != nil {
			return o, err
		}
		o.Maps = append(o.Maps, mapping)
	}
	return o, nil
}

// mappingOf reads COLUMN=MEMBER: no member has a = in its name, and columns
// may.
func mappingOf(text string) (exchange.Mapping, error) {
	i := strings.LastIndexByte(text, '=')
	if i < 0 {
		return exchange.Mapping{}, usage("--map %q is not COLUMN=MEMBER", text).WithHint("--map Who=speaker")
	}
	return exchange.Mapping{Title: text[:i], Member: strings.TrimSpace(text[i+1:])}, nil
}

// plan understands a table; nil is for JSON Lines.
func (o *importOptions) plan(e *env, file *source) (*exchange.Plan, error) {
	kind := exchange.FileKind(o.format)
	switch kind {
	case exchange.JSONLines, exchange.Text, exchange.Workbook:
	case "tsv":
		kind = exchange.Text
	case "":
		var err error
		if kind, err = exchange.KindOf(file.head, file.name, ending(file.name)); err != nil {
			return nil, err
		}
	default:
		return nil, usage("no format is called %q", o.format).WithHint("--format jsonl, csv or xlsx")
	}
	if kind == exchange.JSONLines {
		if o.table.given() || o.preview {
			return nil, usage("%s is JSON Lines, and has no columns", file.name).WithHint("add --format csv if it is a table")
		}
		return nil, nil
	}
	options, err := o.table.options(e)
	if err != nil {
		return nil, err
	}
	if o.table.asked != "" {
		asked, err := e.source(o.table.asked)
		if err != nil {
			return nil, err
		}
		defer asked.close()
		q := &exchange.Questions{Open: asked.open, Name: asked.name}
		if q.Kind, err = exchange.KindOf(asked.head, asked.name, ending(asked.name)); err != nil {
			return nil, err
		}
		options.Questions = q
	}
	plan, err := exchange.Understand(file.open, file.name, kind, options)
	return plan, hinted(err, "nothing was written; the first line names the columns, and a quote in a cell is written twice")
}
