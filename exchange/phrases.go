package exchange

import (
	"bufio"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"strings"

	"tracker/claims"
	"tracker/reading/deadline"
)

// PhraseLine is what was read in a phrase, as one line of JSON.
type PhraseLine struct {
	ID           json.RawMessage        `json:"id,omitempty"`
	Earliest     *string                `json:"earliest"`
	Latest       *string                `json:"latest"`
	Relation     deadline.Relation      `json:"relation"`
	Granularity  deadline.Granularity   `json:"granularity"`
	Class        deadline.Class         `json:"class"`
	Alternatives []deadline.Alternative `json:"alternatives"`
	Rule         string                 `json:"rule"`
	Remark       string                 `json:"remark,omitempty"`
	Problem      string                 `json:"problem,omitempty"`
}

// NewPhraseLine is the line of a reading; id is a JSON value, nil for none.
func NewPhraseLine(id json.RawMessage, r deadline.Reading) PhraseLine {
	l := PhraseLine{ID: id, Relation: r.Relation, Granularity: r.Granularity, Class: r.Class,
		Alternatives: r.Alternatives, Rule: r.Rule, Remark: r.Remark, Problem: r.Refused}
	if s := r.Earliest.String(); s != "" {
		l.Earliest = &s
	}
	if s := r.Latest.String(); s != "" {
		l.Latest = &s
	}
	return l
}

// maxPhraseProblems is after how many lines that cannot be read the rest is
// left.
const maxPhraseProblems = 10_000

// AnswerPhrases reads lines like {"id":"1","phrase":"next week",
// "statement_date":"2025-08-06"} and writes what read makes of each, in order.
// Lines that cannot be read get no answer and are refused together at the end.
func AnswerPhrases(in io.Reader, out io.Writer, read func(phrase, said string) (deadline.Reading, error)) error {
	lines := bufio.NewScanner(in)
	lines.Buffer(make([]byte, 64<<10), 2<<20)
	enc := json.NewEncoder(out)
	enc.SetEscapeHTML(false)
	var problems claims.Problems
	for n := 1; lines.Scan() && len(problems) < maxPhraseProblems; n++ {
		if strings.TrimSpace(lines.Text()) == "" {
			continue
		}
		answer, err := answerPhrase(lines.Bytes(), read)
		if err != nil {
			problems = append(problems, claims.InLine("stdin", n, err)...)
			continue
		}
		if err := enc.Encode(answer); err != nil {
			return err
		}
	}
	switch err := lines.Err(); {
	case errors.Is(err, bufio.ErrTooLong):
		return claims.Refuse("", "stdin: a line is longer than 2 MB").WithHint("one JSON object a line")
	case err != nil:
		return fmt.Errorf("read standard input: %w", err)
	}
	return problems.Err()
}

func answerPhrase(line []byte, read func(phrase, said string) (deadline.Reading, error)) (PhraseLine, error) {
	var l struct {
		ID     json.RawMessage `json:"id"`
		Phrase string          `json:"phrase"`
		Said   string          `json:"statement_date"`
	}
	if err := json.Unmarshal(line, &l); err != nil {
		return PhraseLine{}, claims.Refuse("", "it is no JSON object with a phrase").
			WithHint(`a line is like {"id":"1","phrase":"next week","statement_date":"2025-08-06"}`)
	}
	r, err := read(l.Phrase, l.Said)
	return NewPhraseLine(l.ID, r), err
}
