package dialogue

import (
	"context"
	"strings"

	"tracker/claims"
	"tracker/telling/report"
)

// proposed asks, before all else, about what has been proposed. Enter leaves
// it to the questions that follow.
func (w *walk) proposed(ctx context.Context, q *verdictQuestions) (taken bool, err error) {
	for _, p := range q.c.Proposed {
		what := "P" + report.ProposedLine(&q.c, p)[1:]
		if why := report.ProposedBecause(p); why != "" {
			what += "; " + why
		}
		dropped := false
		err := q.ask(what+". Take it? (yes; no drops it; Enter asks the questions"+steps, func(answer string) error {
			switch strings.ToLower(answer) {
			case "yes", "y":
				taken = true
			case "no", "n":
				dropped = true
			case "":
			default:
				return claims.Mistyped("%q is no answer", answer).WithHint("yes, no, or Enter")
			}
			return nil
		})
		if err != nil {
			return false, err
		}
		if taken {
			q.v = p.Verdict()
			return true, q.completed()
		}
		if dropped {
			if err := w.desk.Drop(ctx, q.c.ID, p.By); err != nil {
				return false, err
			}
		}
	}
	return false, nil
}
