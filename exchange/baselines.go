package exchange

import (
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// Baseline is one line of a file of baselines: what a market or a crowd gave a
// claim, which is named by its uid or its key, and on which day.
type Baseline struct {
	Number int // of the line
	UID    claims.UID
	Key    string
	P      float64
	On     calendar.Day
}

// maxBaselines is how many lines a file of baselines may have.
const maxBaselines = 1_000_000

const baselineHint = "a header with key,p,day (or uid,p,day); in JSON Lines {\"key\":\"…\",\"p\":0.4,\"day\":\"2025-08-06\"}"

// baselineLine is a line while it is read.
type baselineLine struct {
	Baseline
	p *float64
}

func (l *baselineLine) shape() *shape {
	return newShape([]member{{name: "key", addr: &l.Key}, {name: "uid", addr: &l.UID}, {name: "p", addr: &l.p}, {name: "day", addr: &l.On}})
}

// ReadBaselines reads a whole file of baselines, a table or JSON Lines: the
// lines that are good, and as the error every problem of the others. In is read
// twice unless it is JSON Lines.
func ReadBaselines(in Opener, name string, kind FileKind) ([]Baseline, error) {
	r, err := in()
	if err != nil {
		return nil, err
	}
	defer r.Close()
	b := baselines{decoder: decoder{file: name}}
	b.columns = b.line.shape()
	switch kind {
	case JSONLines:
		err = b.lines(r)
	case Workbook:
		var w *workbookRows
		if w, err = openWorkbook(r, name, ""); err == nil {
			defer w.close()
			err = b.table(w)
		}
	default:
		var s spelling
		if s, err = examine(r, name, ""); err == nil {
			var again io.ReadCloser
			if again, err = in(); err == nil {
				defer again.Close()
				err = b.table(openText(again, name, s))
			}
		}
	}
	if err != nil {
		return nil, claims.Hinted(err, baselineHint)
	}
	return b.list, b.wrong.Err()
}

// baselines reads lines.
type baselines struct {
	decoder
	columns *shape
	line    baselineLine
	list    []Baseline
	wrong   claims.Problems
}

// keep ends a line.
func (b *baselines) keep(number int) error {
	l := &b.line
	l.Number = number
	switch {
	case len(b.problems) > 0:
	case (l.Key == "") == (l.UID == ""):
		b.refuse(errors.New("it takes a key or a uid, and one of them"), "")
	case l.p == nil:
		b.refuse(errors.New("p is missing"), "")
	case !(*l.p >= 0 && *l.p <= 1):
		b.refuse(fmt.Errorf("p: %v is not between 0 and 1", *l.p), "for example 0.25")
	case l.On == 0:
		b.refuse(errors.New("day is missing: when it was given says what could be known"), "")
	case len(b.list) == maxBaselines:
		return claims.Refuse("", "%s: more than %d lines", b.file, maxBaselines)
	default:
		l.P = *l.p
		b.list = append(b.list, l.Baseline)
	}
	if wrong, ok := claims.ProblemsOf(b.take()); ok && len(b.wrong) < maxProblems {
		b.wrong = append(b.wrong, wrong...)
	}
	return nil
}

func (b *baselines) lines(r io.Reader) error {
	for d, err := range readLines(r, b.file) {
		if err != nil {
			return err
		}
		b.line, b.number = baselineLine{}, d.number
		b.start(d.scan.text)
		b.object(b.columns)
		if err := b.keep(d.number); err != nil {
			return err
		}
	}
	return nil
}

// table reads the rows of a table below its header.
func (b *baselines) table(in rows) error {
	var header []string
	for in.scan() {
		b.number = in.number()
		row, err := in.cells()
		switch {
		case err != nil:
			b.refuse(err, "")
		case isBlank(row):
			continue
		case header == nil:
			if header, err = b.header(row); err != nil {
				return err
			}
			continue
		case len(row) > len(header), len(row) < len(header) && !in.ragged():
			b.refuse(fmt.Errorf("%d cells, and the header has %d", len(row), len(header)), "")
		default:
			b.row(header, row)
		}
		if err := b.keep(b.number); err != nil {
			return err
		}
	}
	if err := in.err(); err != nil {
		return err
	}
	if header == nil {
		return claims.Refuse("", "%s: there is no header", b.file)
	}
	return nil
}

// baselineTitles are other titles for the columns.
var baselineTitles = map[string]string{"probability": "p", "baseline_p": "p", "prob": "p", "date": "day", "on": "day", "baseline_on": "day"}

// header is the members that the columns stand for.
func (b *baselines) header(row []string) ([]string, error) {
	var names []string
	for _, cell := range row {
		name := strings.ToLower(strings.TrimSpace(cell))
		if other, ok := baselineTitles[name]; ok {
			name = other
		}
		if !slices.Contains(b.columns.names(), name) {
			return nil, claims.Refuse("", "%s:%d: unknown column %.60q", b.file, b.number, cell)
		}
		if slices.Contains(names, name) {
			return nil, claims.Refuse("", "%s:%d: two columns are %s", b.file, b.number, name)
		}
		names = append(names, name)
	}
	return names, nil
}

func (b *baselines) row(header, row []string) {
	b.line = baselineLine{}
	for i, cell := range row {
		text := strings.TrimSpace(cell)
		if text == "" {
			continue
		}
		if header[i] == "p" {
			if plain, err := shareCell(text, false); err == nil {
				text = plain
			}
		}
		if err := set(b.columns.addr(header[i]), value{text, aCell}); err != nil {
			b.path = append(b.path[:0], header[i])
			b.refuse(err, "")
			b.path = b.path[:0]
		}
	}
}
