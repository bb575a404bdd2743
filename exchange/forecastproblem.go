package exchange

import (
	"fmt"

	"tracker/claims"
)

// maxRefusals is how many problems of a table of forecasts are told word for
// word.
const maxRefusals = 20

const forecastHint = "a header with speaker,p,y and, if wanted, event,weight; --map COLUMN=MEMBER where they are called otherwise"

// refusals are the problems of one table: the first ones word for word, the
// rest counted.
type refusals struct {
	list claims.Problems
	more int
}

// add puts in a problem at a line, 0 being the file as a whole.
func (r *refusals) add(file string, line int, reason string) {
	if len(r.list) == maxRefusals {
		r.more++
		return
	}
	place := file
	if line > 0 {
		place = fmt.Sprintf("%s:%d", file, line)
	}
	r.list = append(r.list, claims.Refuse("", "%s: %s", place, reason).WithHint(forecastHint))
}

func (r *refusals) count() int { return len(r.list) + r.more }

// all is everything refused.
func (r *refusals) all() claims.Problems {
	if r.more == 0 {
		return r.list
	}
	return append(r.list, claims.Refuse("", "and %d more problems", r.more).WithHint(forecastHint))
}

// err is everything refused, nil when there is nothing.
func (r *refusals) err() error { return r.all().Err() }
