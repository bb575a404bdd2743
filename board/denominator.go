package board

import (
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// Bucket is where a claim is counted. Each claim is counted once, in the first
// that applies.
type Bucket string

const (
	BucketWithdrawn  Bucket = "withdrawn"   // logged in error
	BucketNotRead    Bucket = "not_read"    // no window, in a language whose deadlines are not read
	BucketUntestable Bucket = "untestable"  // no end to its window, or nothing said to happen in it
	BucketUnclear    Bucket = "unclear"     // reality is unclear, or nobody knows when it happened
	BucketVoid       Bucket = "void"        // the claim is, or its premise fell
	BucketOpen       Bucket = "open"        // window not closed, no verdict
	BucketDue        Bucket = "due"         // window closed, no verdict
	BucketNotMatured Bucket = "not_matured" // a verdict before the window closed: yes comes early, no comes late
	BucketUnaccepted Bucket = "unaccepted"  // a window that the policy does not count
	BucketNoNumber   Bucket = "no_number"   // no probability: in the hit share only
	BucketScored     Bucket = "scored"
)

// Buckets lists every bucket.
var Buckets = []Bucket{BucketWithdrawn, BucketNotRead, BucketUntestable, BucketUnclear, BucketVoid, BucketOpen, BucketDue, BucketNotMatured,
	BucketUnaccepted, BucketNoNumber, BucketScored}

// Denominator counts every claim a board was made from, once.
type Denominator struct {
	Logged     int            `json:"logged"`
	Withdrawn  int            `json:"withdrawn"`
	Untestable int            `json:"untestable"`
	NotRead    int            `json:"not_read"`
	Unclear    int            `json:"unclear"`
	Void       map[string]int `json:"void"` // by reason
	Open       int            `json:"open"`
	Due        int            `json:"due"`
	NotMatured int            `json:"not_matured"`
	Unaccepted int            `json:"unaccepted"`
	NoNumber   int            `json:"no_number"`
	Scored     int            `json:"scored"`
	Hindsight  int            `json:"hindsight"`  // how many of the scored were recorded when it could be known what came of them
	Afterwards int            `json:"afterwards"` // likewise, of the scored and of those without a number
	Disputed   int            `json:"disputed"`   // verdicts that somebody contests, wherever their claims count
}

// Voided returns the number of void claims, whatever the reason.
func (d Denominator) Voided() int {
	n := 0
	for _, k := range d.Void {
		n += k
	}
	return n
}

// count books one claim.
func (d *Denominator) count(j Judged) {
	d.Logged++
	if j.Hindsight && (j.Bucket == BucketScored || j.Bucket == BucketNoNumber) {
		d.Afterwards++
	}
	if j.Claim.Contested() {
		d.Disputed++
	}
	switch j.Bucket {
	case BucketWithdrawn:
		d.Withdrawn++
	case BucketUntestable:
		d.Untestable++
	case BucketNotRead:
		d.NotRead++
	case BucketUnclear:
		d.Unclear++
	case BucketVoid:
		d.Void[j.Claim.Verdict.Reason]++
	case BucketOpen:
		d.Open++
	case BucketDue:
		d.Due++
	case BucketNotMatured:
		d.NotMatured++
	case BucketUnaccepted:
		d.Unaccepted++
	case BucketNoNumber:
		d.NoNumber++
	case BucketScored:
		d.Scored++
		if j.Hindsight {
			d.Hindsight++
		}
	}
}

// bucket decides where c counts.
func (p Policy) bucket(c *claims.Claim, asOf calendar.Day) Bucket {
	closed := c.Window.ClosedOn(asOf)
	switch v := c.Verdict; {
	case c.Withdrawn != "":
		return BucketWithdrawn
	case c.Window.Latest == 0 && !isRead(c.Language):
		return BucketNotRead
	case c.Window.Latest == 0:
		return BucketUntestable
	case v != nil && v.Outcome == claims.Unclear, c.UndatedBreach():
		return BucketUnclear
	case v != nil && v.Outcome == claims.Void:
		return BucketVoid
	case c.Undecided():
		return BucketUntestable
	case v == nil && !closed:
		return BucketOpen
	case v == nil:
		return BucketDue
	case !closed:
		return BucketNotMatured
	case !p.counts(c.Window):
		return BucketUnaccepted
	case c.Hedge.P == nil:
		return BucketNoNumber
	}
	return BucketScored
}

// isRead reports whether deadlines are read in a language: in English, and in
// what nobody named.
func isRead(language string) bool {
	return language == "" || language == "en" || strings.HasPrefix(language, "en-")
}
