package exchange

import (
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/date"
)

// site is a place where people forecast, whose exports are known by their
// headers.
type site struct {
	name      string
	forecasts []string // titles that a table of its forecasts has
	questions []string // titles that a table of its questions has, "" for no such table
	order     date.Order
	question  func(fields) question
	forecast  func(fields) prediction
}

// sites are those that are known; docs/format.md lists them.
var sites = []*site{&fatebook, &predictionBook, &metaculus, &goodJudgment}

// fields are the cells of a row by their titles.
type fields struct {
	at  map[string]int
	row []string
}

// of returns the cell of the first of some titles that the table has.
func (f fields) of(titles ...string) string {
	for _, t := range titles {
		if i, ok := f.at[plain(t)]; ok && i < len(f.row) {
			return strings.TrimSpace(uncell(f.row[i]))
		}
	}
	return ""
}

// prediction is one forecast of a site.
type prediction struct {
	question string // its id
	own      *question
	option   string // which answer p is about, "" for yes
	speaker  string
	p, at    string
	leaveOut string // why it is no forecast of anybody's; "" when it is one
}

// question is what is asked on a site, and what came of it.
type question struct {
	title, url, criterion, notes, by string
	tags                             []string
	ends, resolved                   string            // days or instants as the site writes them
	outcome                          string            // a word, or the code of the right answer
	status                           string            // of the question
	options                          map[string]string // the answers by their codes; nil for a plain yes or no
}

// titlesOf are the titles of a header and where they stand.
func titlesOf(header []string) map[string]int {
	at := map[string]int{}
	for i, title := range header {
		if _, twice := at[plain(title)]; !twice {
			at[plain(title)] = i
		}
	}
	return at
}

func hasAll(at map[string]int, titles []string) bool {
	for _, t := range titles {
		if _, ok := at[plain(t)]; !ok {
			return false
		}
	}
	return len(titles) > 0
}

// siteOf finds the site whose forecasts, or questions, a header is for.
func siteOf(header []string) (s *site, isQuestions bool) {
	at := titlesOf(header)
	for _, s := range sites {
		if hasAll(at, s.forecasts) {
			return s, false
		}
	}
	for _, s := range sites {
		if hasAll(at, s.questions) {
			return s, true
		}
	}
	return nil, false
}

// answer is what an option stands for.
type answer struct {
	text     string // "" for a plain yes
	happened outcomeWord
	other    bool // the other side of a yes-or-no question
}

// answer tells what became of an option of a question.
func (q *question) answer(option string) (answer, error) {
	var a answer
	code := plainCode(option)
	yes, binary := q.yesCode()
	if q.options == nil && len(code) > 0 && code != "0" && code != "1" {
		binary = false // an answer of which only the code is known
	}
	switch {
	case binary && code != "" && code != yes:
		return answer{other: true}, nil
	case !binary:
		a.text = q.options[code]
		if a.text == "" {
			a.text = option
		}
	}
	if strings.Contains(strings.ToLower(q.status), "void") {
		a.happened = outcomeWord{outcome: claims.Void, reason: "premise-overturned"}
		return a, nil
	}
	right := plainCode(q.outcome)
	if _, isCode := q.options[right]; isCode {
		a.happened = outcomeWord{outcome: claims.No}
		if right == code || binary && right == yes {
			a.happened.outcome = claims.Yes
		}
		return a, nil
	}
	var err error
	if a.happened, err = readOutcome(strings.ReplaceAll(q.outcome, "nan", "")); err != nil {
		err = fmt.Errorf("outcome: %w", err)
	}
	return a, err
}

// yesCode is the code of yes, and whether the question is one of yes or no.
func (q *question) yesCode() (code string, binary bool) {
	if len(q.options) == 0 {
		return "1", true
	}
	no := false
	for _, c := range slices.Sorted(maps.Keys(q.options)) {
		switch strings.ToLower(q.options[c]) {
		case "yes", "true":
			code = c
		case "no", "false":
			no = true
		}
	}
	return code, code != "" && no && len(q.options) == 2
}

// plainCode is the code of an answer: 1.0 is 1, A is a.
func plainCode(s string) string {
	s = strings.ToLower(strings.Trim(s, " ()"))
	if x, err := strconv.ParseFloat(s, 64); err == nil && x == float64(int(x)) {
		return strconv.Itoa(int(x))
	}
	switch s {
	case "yes", "true":
		return "1"
	case "no", "false":
		return "0"
	}
	return s
}

// readOptions reads "(a) Yes, (b) No" and ["Yes", "No"].
func readOptions(text string) map[string]string {
	options := map[string]string{}
	rest := text
	for {
		open := strings.IndexByte(rest, '(')
		if open < 0 {
			break
		}
		code, after, ok := strings.Cut(rest[open+1:], ")")
		if !ok || len(code) > 3 {
			break
		}
		end := len(after)
		if next := strings.Index(after, ", ("); next >= 0 {
			end = next
		}
		options[plainCode(code)] = strings.Trim(after[:end], " ,;\"'")
		rest = after[end:]
	}
	if len(options) == 0 {
		return nil
	}
	return options
}

// siteMoment reads a day or instant of a site; numbers are seconds since
// 1970.
func siteMoment(text string, o date.Options) (moment, error) {
	if x, err := strconv.ParseFloat(text, 64); err == nil && x > 1e8 && x < 1e11 {
		t := time.Unix(int64(x), 0).UTC()
		y, m, d := t.Date()
		return moment{day: calendar.Date(y, m, d), hasTime: true, zone: time.UTC,
			clock: time.Duration(t.Hour())*time.Hour + time.Duration(t.Minute())*time.Minute + time.Duration(t.Second())*time.Second}, nil
	}
	return readMoment(text, o)
}
