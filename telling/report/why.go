package report

import (
	"fmt"

	"tracker/board"
	"tracker/claims"
)

// why says why a claim has no Brier score, and what would give it one; "" for
// a scored claim.
func why(j board.Judged, p board.Policy) string {
	c, w := j.Claim, j.Claim.Window
	switch j.Bucket {
	case board.BucketWithdrawn:
		return "withdrawn: " + c.Withdrawn
	case board.BucketNotRead:
		return "not read: it is in " + c.Language + ", and nobody gave its window"
	case board.BucketUntestable:
		return "untestable: its window has no end"
	case board.BucketUnclear:
		if c.UndatedBreach() {
			return "unclear: it happened, and nobody knows whether in the window"
		}
		return c.Verdict.Reason
	case board.BucketVoid:
		if c.Condition != "" {
			return c.Verdict.Reason + " (the condition was: " + c.Condition + ")"
		}
		return c.Verdict.Reason
	case board.BucketOpen:
		return "open: its window closes on " + closing(w)
	case board.BucketDue:
		return fmt.Sprintf("due: its window closed on %s, no verdict yet (tracker resolve %d)", closing(w), c.ID)
	case board.BucketNotMatured:
		return "not matured: has a verdict, counts once its window closes on " + closing(w)
	case board.BucketUnaccepted:
		if w.Soft() {
			return fmt.Sprintf("unaccepted: the end of a %s is a convention until somebody accepts it (tracker accept %d)", softness(w), c.ID)
		}
		return fmt.Sprintf("not counted: windows %s leaves out class %s", p.Windows, w.Class)
	case board.BucketNoNumber:
		return "no number: its words stand for no probability; it is in the share of right sides only"
	}
	return ""
}

// closing is the last day, grace included, on which the event would be on
// time.
func closing(w claims.Window) string {
	if w.GraceDays == 0 {
		return w.Latest.String()
	}
	return fmt.Sprintf("%s and %s of grace", w.Latest, Count(w.GraceDays, "day"))
}
