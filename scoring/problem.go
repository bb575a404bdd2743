package scoring

import (
	"fmt"
	"strings"
)

// maxProblems is how many problems of one input are kept word for word.
const maxProblems = 20

// Problem is one reason why an input was refused.
type Problem struct {
	File   string
	Line   int // counted from 1, the header included; 0 is the file as a whole
	Reason string
}

func (p Problem) String() string {
	if p.Line == 0 {
		return fmt.Sprintf("%s: %s", p.File, p.Reason)
	}
	return fmt.Sprintf("%s:%d: %s", p.File, p.Line, p.Reason)
}

// InputError is every problem of one input: the first ones word for word, the
// rest counted.
type InputError struct {
	Problems []Problem
	More     int // problems beyond those listed
}

// Error joins the problems with line feeds, one "file:line: reason" each.
func (e *InputError) Error() string {
	lines := make([]string, 0, len(e.Problems)+1)
	for _, p := range e.Problems {
		lines = append(lines, p.String())
	}
	if e.More > 0 {
		lines = append(lines, fmt.Sprintf("and %d more problems", e.More))
	}
	return strings.Join(lines, "\n")
}

func (e *InputError) add(p Problem) {
	if len(e.Problems) == maxProblems {
		e.More++
		return
	}
	e.Problems = append(e.Problems, p)
}

func (e *InputError) count() int { return len(e.Problems) + e.More }

// orNil is e as an error, or nil when there is no problem.
func (e *InputError) orNil() error {
	if len(e.Problems) == 0 {
		return nil
	}
	return e
}
