package scoring

import (
	"fmt"
	"math"
)

// What an outlook needs: promises that ended, and how many of them happened.
const (
	halfEnded = 5
	halfMet   = 3
	mostEnded = 10
)

// Outlook is how long promises like one really took, in units of the time
// promised: reference-class forecasting (Flyvbjerg, 2006).
type Outlook struct {
	N       int       `json:"n"`
	Met     int       `json:"met"`
	Never   int       `json:"never"`
	Waiting int       `json:"waiting"`
	Half    *Quantile `json:"half"` // nil with fewer than five ended or three met, or where the curve does not get there
	Most    *Quantile `json:"most"` // four in five; nil with fewer than ten ended, or where the curve does not get there
}

// NewOutlook takes the overruns of all promises of a class, those that never
// happened among them. The q-quantile is read at q(n + 1)/n, since the next
// promise is one more than those seen.
func NewOutlook(ds []Duration) Outlook {
	s := Survive(ds)
	o := Outlook{N: s.N, Met: s.Met, Never: s.Never, Waiting: s.Waiting}
	at := func(q float64) *Quantile { return s.Quantile(q * float64(s.N+1) / float64(s.N)) }
	if ended := s.Met + s.Never; ended >= halfEnded && s.Met >= halfMet {
		o.Half = at(0.5)
		if ended >= mostEnded {
			o.Most = at(0.8)
		}
	}
	return o
}

// Enough reports whether there are promises enough for any outlook.
func (o Outlook) Enough() bool { return o.Met+o.Never >= halfEnded && o.Met >= halfMet }

// Days is a quantile for a promise that gives so many days: how many days after
// the statement. High is false where no upper limit is known.
func (q Quantile) Days(given int) (day, low, high int, limited bool) {
	up := func(t float64) int { return int(math.Ceil(t*float64(given) - 1e-9)) }
	day = up(q.T)
	low = day
	if q.Low != nil {
		low = up(*q.Low)
	}
	if q.High == nil {
		return day, low, 0, false
	}
	return day, low, up(*q.High), true
}

// Record says what became of such promises: "Of 14 such dates 11 were met in
// the end, half within 1.6 times the time promised (1.2 to 3.0)".
func (o Outlook) Record() string {
	text := fmt.Sprintf("Of %d such dates %d were met in the end", o.N, o.Met)
	if o.Half == nil {
		return text
	}
	limits := fmt.Sprintf("%s or later, no upper limit known", times(o.Half.Low))
	if o.Half.High != nil {
		limits = fmt.Sprintf("%s to %s", times(o.Half.Low), times(o.Half.High))
	}
	return text + fmt.Sprintf(", half within %.1f times the time promised (%s)", o.Half.T, limits)
}

func times(t *float64) string {
	if t == nil {
		return "0"
	}
	return fmt.Sprintf("%.1f", *t)
}

// NoMost says why there is no date for four in five, "" where there is one.
func (o Outlook) NoMost() string {
	switch {
	case o.Most != nil:
		return ""
	case o.Met+o.Never < mostEnded:
		return fmt.Sprintf("Too few ended (%d) to give a date for four in five.", o.Met+o.Never)
	case o.Never > 0:
		return fmt.Sprintf("%d never came, so no date can be given for four in five.", o.Never)
	}
	return fmt.Sprintf("%d have not come yet, so no date can be given for four in five.", o.Waiting)
}
