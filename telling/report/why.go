package report

import (
	"fmt"

	"tracker/board"
	"tracker/claims"
	"tracker/reading/hedge"
)

// noEnd is why a claim cannot be tested.
const noEnd = "no end could be read from the words, and nobody has set one"

// undecided is why a heading, or what is still to be decided, cannot be tested.
const undecided = "its words do not say that it will happen, and nobody has accepted the window"

// why says why a claim has no Brier score; "" for a scored claim.
func why(j board.Judged, p board.Policy) string {
	c, w := j.Claim, j.Claim.Window
	switch j.Bucket {
	case board.BucketWithdrawn:
		return "withdrawn: " + c.Withdrawn
	case board.BucketNotRead:
		return "not read: it is in " + c.Language + ", and nobody gave its window"
	case board.BucketUntestable:
		if w.Latest != 0 {
			return "untestable: " + undecided
		}
		return "untestable: " + noEnd
	case board.BucketUnclear:
		if c.UndatedBreach() {
			return "unclear: it happened, and nobody knows whether in the window"
		}
		return "unclear: the desk could not tell, " + ReasonWords(c.Verdict.Reason)
	case board.BucketVoid:
		return "void: " + ReasonWords(c.Verdict.Reason)
	case board.BucketOpen:
		return "open: its window closes on " + closing(w)
	case board.BucketDue:
		return "due: its window closed on " + closing(w) + ", no verdict yet"
	case board.BucketNotMatured:
		return "not matured: has a verdict, counts once its window closes on " + closing(w)
	case board.BucketUnaccepted:
		if w.Soft() {
			return "unaccepted: the end of a " + softness(w) + " is a convention until somebody accepts it"
		}
		return fmt.Sprintf("not counted: only windows with %s ends are, and this one is %s", p.Windows, w.Class)
	case board.BucketNoNumber:
		if j.Side == hedge.Neither {
			return "no number: its words stand for no probability and take no side"
		}
		return "no number: its words stand for no probability; it is in the share of right sides only"
	}
	return ""
}

// closing is the last day, grace included, on which the event would be on
// time.
func closing(w claims.Window) string {
	if w.GraceDays == 0 {
		return dayWords(w.Latest)
	}
	return fmt.Sprintf("%s and %s of grace", dayWords(w.Latest), Count(w.GraceDays, "day"))
}
