package intake

import (
	"errors"
	"fmt"
	"io"
	"maps"
	"slices"
	"strconv"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/exchange"
	"tracker/reading/date"
	"tracker/telling/report"
)

// previewed is how many claims a preview shows.
const previewed = 3

// agree shows how a table was understood where somebody should see that, and
// reports whether the import goes on.
func (im *importer) agree(p *exchange.Plan) (goOn bool, err error) {
	o := im.o
	if o.Preview {
		im.preview(im.Out, p)
	} else if o.asks(im.Program, p) {
		im.preview(im.Err, p)
		if goOn, err := im.askOnce(p); err != nil || !goOn {
			return false, err
		}
	}
	if err := o.settled(p); err != nil {
		return false, err
	}
	if o.Table.SaveMap != "" {
		if err := im.saveMap(o.Table.SaveMap, p); err != nil {
			return false, err
		}
	}
	im.remark(p)
	return !o.Preview, nil
}

// asks reports whether somebody can be asked about what nobody has said.
func (o *Options) asks(program Program, p *exchange.Plan) bool {
	return program.Asks && o.File != "-" && !o.Preview && (p.Guessed() || p.Unsettled() != nil)
}

// settled refuses a table about which something is open.
func (o *Options) settled(p *exchange.Plan) error {
	return claims.Hinted(p.Problems(), o.command()+" --preview shows how the columns are understood")
}

// askOnce asks the one question that is open, or whether all is as it should
// be. What is wrong with the file is told without a question.
func (im *importer) askOnce(p *exchange.Plan) (goOn bool, err error) {
	before := p.Problems()
	p.LeaveOut()
	question := p.Question()
	if question == "" && p.Problems() != nil {
		return true, nil
	}
	if question == "" {
		what := "Log these claims?"
		if before != nil {
			what = "Log these claims without the columns that are left out?"
		}
		if goOn, err = im.Confirm(what); err == nil && !goOn {
			im.Sayf("nothing was written; --map COLUMN=MEMBER changes what a column is")
		}
		return goOn, err
	}
	err = im.AskUntil(question, func(answer string) error {
		switch strings.ToLower(answer) {
		case "dmy", "d", "day":
			p.Settle(date.DayFirst)
		case "mdy", "m", "month":
			p.Settle(date.MonthFirst)
		default:
			return claims.Mistyped("%q is no answer", answer).WithHint("please type dmy or mdy")
		}
		return nil
	})
	return err == nil, err
}

// remark says what about a table should not pass unseen.
func (im *importer) remark(p *exchange.Plan) {
	if p.Kind == exchange.Workbook && len(p.Sheets) > 1 {
		im.Sayf("read sheet %q of %d (%s); --sheet NAME reads another", p.Sheet, len(p.Sheets), strings.Join(p.Sheets, ", "))
	}
	if p.Encoding() != "" {
		im.Sayf("read as %s", p.Encoding())
	}
	if p.Site() != "" {
		im.Sayf("an export of %s: each forecast is a claim, of one day the last; score counts those on one question once (--updates)", p.Site())
	}
	if n, from := p.Asked(); n > 0 {
		im.Sayf("each row is a person, and each of %d columns a question: a claim for every answer", n)
		for _, rows := range from {
			im.Sayf("not a person, %s: %s", rows.Reason, rowsText(rows.Rows))
		}
	}
	for _, left := range p.LeftOut() {
		im.Sayf("left out, %s: %s", left.Reason, rowsText(left.Rows))
	}
	var derived, out []string
	for _, c := range p.Columns {
		if c.How == exchange.Follows {
			derived = append(derived, c.Title)
		} else if len(c.Members) == 0 && c.How != exchange.Empty {
			out = append(out, c.Title)
		}
	}
	if len(derived) > 0 {
		im.Sayf("derived, not read: %s", strings.Join(derived, ", "))
	}
	if len(out) > 0 {
		im.Sayf("left out: %s", strings.Join(out, ", "))
	}
}

// rowsText counts rows and names the first.
func rowsText(rows []int) string {
	const named = 8
	var list []string
	for _, n := range rows[:min(len(rows), named)] {
		list = append(list, strconv.Itoa(n))
	}
	text := report.Count(len(rows), "row") + ", line " + strings.Join(list, ", ")
	if len(rows) > named {
		text += " …; --problems FILE names them all"
	}
	return text
}

// preview writes how the columns were understood, and the first claims.
func (im *importer) preview(w io.Writer, p *exchange.Plan) {
	place := p.Name
	if p.Sheet != "" {
		place += ", sheet " + p.Sheet
	}
	what := report.Count(len(p.Columns), "column")
	if p.Site() != "" {
		what = "an export of " + p.Site()
	}
	fmt.Fprintf(w, "%s: %s\n", clean.Line(place), what)
	width := 0
	for _, c := range p.Columns {
		width = max(width, min(len([]rune(c.Title)), 30))
	}
	for _, c := range p.Columns {
		fmt.Fprintf(w, "  %-*s  %s\n", width, clean.Line(c.Title), clean.Line(columnText(c)))
	}
	im.firstClaims(w, p)
	for _, c := range p.Columns {
		if len(c.Members) > 0 && c.How == exchange.Guessed {
			fmt.Fprintf(w, "to change it: %s --map %q\n", clean.Line(im.o.command()), clean.Line(c.Title)+"="+c.Members[0])
			break
		}
	}
}

// columnText says what a column was taken for.
func columnText(c exchange.Column) string {
	text := strings.Join(c.Members, " and ")
	if text == "" {
		text = "left out"
	}
	switch c.How {
	case exchange.Unknown:
		text = "left out: no member is known by this title"
	case exchange.Follows:
		text = "left out: the book works it out"
	case exchange.Second:
		text = "left out: another column says it better"
	case exchange.Empty:
		text = "left out: empty"
	}
	if c.Note != "" {
		text += ", " + c.Note
	}
	for _, word := range slices.Sorted(maps.Keys(c.Words)) {
		text += ", " + strconv.Quote(word) + " is " + strconv.Quote(c.Words[word])
	}
	if c.Unlike != "" {
		text += ", day or month first not settled: " + strconv.Quote(c.Unlike)
	}
	return text
}

// firstClaims writes the first claims as sentences.
func (im *importer) firstClaims(w io.Writer, p *exchange.Plan) {
	f, err := im.open()
	if err != nil {
		return // the check says so
	}
	defer f.Close()
	n := 0
	for l, err := range p.Trial(f) {
		var c claims.Claim
		if err == nil {
			c, err = im.claim(&l)
		}
		var refusal *claims.Error
		switch {
		case err != nil && l.Number == 0:
			return // it is about the columns, and told with them
		case errors.As(err, &refusal):
			fmt.Fprintf(w, "line %d: %s\n", l.Number, clean.Line(refusal.Error()))
		case err != nil:
			return
		default:
			text := report.Understood(c.View(im.Now))
			if c.Verdict != nil {
				text += " " + report.BecameWords(c.View(im.Now)) + "."
			}
			fmt.Fprintf(w, "line %d: %s\n", l.Number, clean.Line(text))
		}
		if n++; n == previewed {
			return
		}
	}
}
