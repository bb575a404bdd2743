package exchange

import (
	"errors"
	"fmt"
	"hash/fnv"
	"hash/maphash"
	"slices"
	"strconv"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
)

// Omission is why some rows of a table are no claims, and which.
type Omission struct {
	Reason string
	Rows   []int
}

// sitePlan is how the forecasts of a site become claims: each is one, on the
// event that its question is, and of those of one day the last.
type sitePlan struct {
	*site
	table     map[string]int // where the titles stand
	questions map[string]*question
	seed      maphash.Seed
	last      map[uint64]int // the row of the last forecast of a day
	left      []Omission
	o         TableOptions

	onlyQuestions bool // the table is the list of questions
}

// readSite reads the export of a site a first time, with its list of
// questions where it has one.
func (p *Plan) readSite(t *table) error {
	s, q := p.site, p.o.Questions
	switch {
	case s.onlyQuestions:
		return claims.Refuse("", "%s is the list of questions of %s, and has no forecasts", p.Name, s.name).
			WithHint("tracker import FORECASTS --questions %s", p.Name)
	case q == nil && s.site.question != nil:
		return claims.Refuse("", "%s has forecasts of %s, and not what was asked", p.Name, s.name).
			WithHint("tracker import %s --questions QUESTIONS", p.Name)
	case len(p.o.Maps) > 0:
		return claims.Refuse("", "the columns of an export of %s are known", s.name).WithHint("leave --map out")
	case q != nil && s.site.question != nil:
		if err := s.readQuestions(p, q.Open, q.Name, q.Kind); err != nil {
			return err
		}
	}
	return s.study(t)
}

// errAgain says that a later forecast of the same day takes a row's place.
var errAgain = errors.New("a later forecast by the same person on the same question and day is taken")

// leaveOut notes a row that is no claim.
func (s *sitePlan) leaveOut(row int, reason string) { s.left = noted(s.left, row, reason) }

// study reads every forecast once: which are the last of their days, and
// which are none.
func (s *sitePlan) study(t *table) error {
	s.seed, s.last = maphash.MakeSeed(), map[uint64]int{}
	for t.rows.scan() {
		row, err := t.rows.cells()
		if err != nil || isBlank(row) {
			continue // told when it is read
		}
		n := t.rows.number()
		p, _, a, on, err := s.look(row)
		switch {
		case err != nil: // likewise
		case p.leaveOut != "":
			s.leaveOut(n, p.leaveOut)
		case a.other:
			s.leaveOut(n, "the other side of a forecast of yes or no")
		default:
			h := s.key(p, on)
			if before, again := s.last[h]; again {
				s.leaveOut(before, errAgain.Error())
			}
			s.last[h] = n
		}
	}
	return t.rows.err()
}

// key stands for what can be said once a day.
func (s *sitePlan) key(p prediction, on moment) uint64 {
	return maphash.String(s.seed, p.question+"\x00"+p.speaker+"\x00"+plainCode(p.option)+"\x00"+on.day.String())
}

// look reads a row as far as it says whose forecast it is.
func (s *sitePlan) look(row []string) (p prediction, q *question, a answer, on moment, err error) {
	p = s.forecast(fields{s.table, row})
	if p.leaveOut != "" {
		return p, nil, a, on, nil
	}
	if q = p.own; q == nil {
		if q = s.questions[plainCode(p.question)]; q == nil {
			p.leaveOut = "the list of questions does not have its question"
			return p, nil, a, on, nil
		}
	}
	if on, err = siteMoment(p.at, s.dates()); err != nil {
		return p, q, a, on, fmt.Errorf("when the forecast was made: %w", err)
	}
	if a, err = q.answer(p.option); err != nil {
		return p, q, a, on, err
	}
	if end, eerr := siteMoment(q.ends, s.dates()); eerr == nil && end.day < on.day {
		p.leaveOut = "made after the question had ended"
	}
	return p, q, a, on, nil
}

func (s *sitePlan) dates() date.Options { return date.Options{Today: s.o.Today, Order: s.order} }

// line makes a claim of a row; ok is false for a row that is left out.
func (s *sitePlan) line(row []string, n int) (l Line, ok bool, err error) {
	p, q, a, on, err := s.look(row)
	if err != nil {
		return Line{Number: n}, true, err
	}
	if p.leaveOut != "" || a.other || s.last[s.key(p, on)] != n {
		return Line{}, false, nil
	}
	share, err := shareOf(p.p)
	if err != nil {
		return Line{Number: n}, true, err
	}
	l = Line{Number: n, Draft: claims.Draft{Statement: s.statement(q, a), Speaker: p.speaker, StatedOn: on.day.String(), Polarity: claims.Will,
		Type: claims.Forecast, Event: s.event(p, q, a), Criterion: q.criterion, Tags: q.tags, Notes: q.notes,
		Hedge: &claims.Hedge{P: &share, Low: &share, High: &share, Kind: "explicit"}}}
	if end, eerr := siteMoment(q.ends, s.dates()); eerr == nil {
		l.Draft.Phrase, l.Draft.Field = end.day.String(), true
	}
	if isLink(q.url) {
		l.Draft.Appearances = []claims.Appearance{{Source: s.name, URL: q.url}}
	} else {
		l.Draft.Appearances = []claims.Appearance{{Source: s.name}}
	}
	l.Verdict, err = s.verdict(q, a)
	return l, true, err
}

func (s *sitePlan) statement(q *question, a answer) string {
	if a.text == "" {
		return q.title
	}
	return q.title + ": " + a.text
}

// event names the proposition, so that forecasters on it can be compared.
func (s *sitePlan) event(p prediction, q *question, a answer) string {
	if p.own == nil {
		return strings.Join(strings.Fields(s.name+" "+p.question+" "+a.text), " ")
	}
	return eventName(q.title)
}

// eventName is a question as the name of an event.
func eventName(title string) string {
	if len(title) <= claims.MaxName-32 {
		return title
	}
	sum := fnv.New64a()
	_, _ = sum.Write([]byte(title)) // into memory
	return strings.ToValidUTF8(title[:claims.MaxName-64], "") + " " + strconv.FormatUint(sum.Sum64(), 36)
}

// verdict is what the site says became of a question.
func (s *sitePlan) verdict(q *question, a answer) (*claims.Verdict, error) {
	if a.happened.outcome == "" {
		return nil, nil
	}
	v := &claims.Verdict{Outcome: a.happened.outcome, Reason: a.happened.reason, By: q.by, Evidence: []claims.Evidence{},
		Note: firstText(s.o.EvidenceNote, "as "+s.name+" resolved it")}
	if isLink(q.url) {
		v.Evidence = []claims.Evidence{{URL: q.url}}
	}
	if q.resolved == "" {
		return v, nil
	}
	at, err := siteMoment(q.resolved, s.dates())
	if err != nil {
		return v, fmt.Errorf("when it was resolved: %w", err)
	}
	if at.day <= s.o.Today || s.o.Today == calendar.Day(0) {
		v.At = claims.At(at.instant())
	}
	return v, nil
}

// shareOf reads the probability of a forecast.
func shareOf(cell string) (float64, error) {
	number := plainNumber(cell)
	x, ok := parseShare([]byte(number))
	if !ok {
		return 0, fmt.Errorf("%.40q is not a probability", cell)
	}
	return x, nil
}

// readQuestions reads the list of questions of a site.
func (s *sitePlan) readQuestions(p *Plan, open Opener, name string, kind FileKind) error {
	qp := &Plan{Name: name, Kind: kind, o: TableOptions{Encoding: p.o.Encoding}}
	if kind == Text {
		if err := qp.spell(open); err != nil {
			return err
		}
	}
	f, err := open()
	if err != nil {
		return err
	}
	defer f.Close()
	rs, done, err := qp.open(f)
	if err != nil {
		return err
	}
	defer done()
	t := &table{rows: rs, plan: qp, decoder: decoder{file: name}}
	header, err := t.firstRow()
	if err != nil {
		return err
	}
	at := titlesOf(header)
	if !hasAll(at, s.site.questions) {
		return claims.Refuse("", "%s is not a list of questions of %s", name, s.name).WithHint("it has the columns %s", strings.Join(s.site.questions, ", "))
	}
	s.questions = map[string]*question{}
	for rs.scan() {
		row, err := rs.cells()
		if err != nil {
			return claims.Refuse("", "%s:%d: %v", name, rs.number(), err).WithHint("mend the list of questions")
		}
		f := fields{at, slices.Clone(row)}
		if id := plainCode(f.of(s.site.questions[0])); id != "" {
			q := s.question(f)
			s.questions[id] = &q
		}
	}
	return rs.err()
}
