package exchange

import (
	"maps"
	"slices"
	"strings"

	"tracker/claims"
)

// wide is a table in which people are rows and questions columns, as contests
// keep them. It is read as if every answer had a row of its own.
type wide struct {
	asked   []asked
	keep    []int // the other columns
	header  []string
	answers map[int]string // rows that say what came of the questions, or when they end
}

// asked is a question, and where its column stands.
type asked struct {
	column            int
	title             string
	outcome, deadline string
}

// The names in the column of people under which a contest keeps what came of
// its questions, and when they end.
var (
	answerNames   = []string{"answer", "answers", "outcome", "outcomes", "result", "results", "resolution", "resolved", "actual", "truth", "correct answer", "what happened", "ergebnis", "lösung"}
	deadlineNames = []string{"deadline", "deadlines", "by", "by when", "due", "closes", "close date", "end date", "frist"}
)

// findQuestions finds out whether the columns of a table are questions: it has
// people and no statements, and at least two columns whose titles are
// sentences and whose cells are numbers, yes or no.
func (p *Plan) findQuestions(open Opener, header []string, below []topRow) error {
	trial := Plan{o: p.o}
	trial.understand(header, 0)
	who := trial.index("speaker")
	if who < 0 || trial.site != nil || trial.index("statement") >= 0 || trial.index("quote") >= 0 {
		return nil
	}
	w := &wide{answers: map[int]string{}}
	for i, c := range trial.Columns {
		if c.How == Unknown && isSentence(c.Title) && answersOnly(below, i) {
			w.asked = append(w.asked, asked{column: i, title: strings.TrimSpace(c.Title)})
			continue
		}
		w.keep, w.header = append(w.keep, i), append(w.header, c.Title)
	}
	if len(w.asked) < 2 {
		return nil
	}
	w.header = append(w.header, "statement", "event", "confidence", "polarity", "outcome", "deadline")
	return w.findAnswers(p, open, who)
}

func isSentence(title string) bool { return len(strings.Fields(title)) >= 3 }

// answersOnly reports whether the cells of a column are numbers, yes or no.
func answersOnly(rows []topRow, column int) bool {
	some := false
	for _, row := range rows {
		if column >= len(row.cells) || strings.TrimSpace(row.cells[column]) == "" {
			continue
		}
		cell := strings.TrimSpace(row.cells[column])
		_, err := readOutcome(cell)
		if _, isDay := counted(cell); err != nil && !looksLikeNumber(cell) && !hasYear(cell) || isDay {
			return false
		}
		some = true
	}
	return some
}

// findAnswers reads what came of the questions, and when they end.
func (w *wide) findAnswers(p *Plan, open Opener, who int) error {
	f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	rs, done, err := p.open(f)
	if err != nil {
		return err
	}
	defer done()
	for rs.scan() {
		row, err := rs.cells()
		if err != nil || rs.number() <= p.line || who >= len(row) {
			continue
		}
		name := titleWords(row[who])
		for i := range w.asked {
			a := &w.asked[i]
			switch {
			case a.column >= len(row):
			case slices.Contains(answerNames, name):
				a.outcome, w.answers[rs.number()] = strings.Clone(row[a.column]), "it says what came of the questions"
			case slices.Contains(deadlineNames, name):
				a.deadline, w.answers[rs.number()] = strings.Clone(row[a.column]), "it says when the questions end"
			}
		}
	}
	p.wide = w
	return rs.err()
}

// Asked is how many columns are questions, 0 for a table with a row for each
// claim; from says which rows say what came of them.
func (p *Plan) Asked() (n int, from []Omission) {
	if p.wide == nil {
		return 0, nil
	}
	for _, row := range slices.Sorted(maps.Keys(p.wide.answers)) {
		from = noted(from, row, p.wide.answers[row])
	}
	return len(p.wide.asked), from
}

// wideRows are the answers of a wide table.
type wideRows struct {
	rows
	*wide
	line   int      // of the header
	person []string // whose answers are read
	at     int      // which of them
	row    []string
	fault  error
}

func (w *wideRows) scan() bool {
	for {
		if w.person != nil && w.nextAnswer() {
			return true
		}
		if w.person = nil; !w.rows.scan() {
			return false
		}
		row, err := w.rows.cells()
		switch n := w.rows.number(); {
		case err != nil || n < w.line:
			w.row, w.fault = row, err
			return true
		case n == w.line:
			w.row, w.fault = w.header, nil
			return true
		case w.answers[n] == "" && !isBlank(row):
			w.person, w.at = slices.Clone(row), -1
		}
	}
}

// nextAnswer goes to the next question that the person has answered.
func (w *wideRows) nextAnswer() bool {
	for w.at++; w.at < len(w.asked); w.at++ {
		a := w.asked[w.at]
		answer := cellAt(w.person, a.column)
		if answer == "" {
			continue
		}
		confidence, polarity := answer, ""
		if !looksLikeNumber(answer) {
			switch word, err := readOutcome(answer); {
			case err != nil: // words of confidence
			case word.outcome == claims.Yes:
				confidence, polarity = "", string(claims.Will)
			case word.outcome == claims.No:
				confidence, polarity = "", string(claims.WillNot)
			default:
				continue // no answer
			}
		}
		w.row, w.fault = w.row[:0:0], nil
		for _, i := range w.keep {
			w.row = append(w.row, cellAt(w.person, i))
		}
		w.row = append(w.row, a.title, eventName(a.title), confidence, polarity, a.outcome, a.deadline)
		return true
	}
	return false
}

func cellAt(row []string, i int) string {
	if i >= len(row) {
		return ""
	}
	return strings.TrimSpace(row[i])
}

func (w *wideRows) cells() ([]string, error) { return w.row, w.fault }
func (w *wideRows) link(int) string          { return "" }
func (w *wideRows) ragged() bool             { return true }
