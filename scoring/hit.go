package scoring

import (
	"cmp"
	"math"
	"strconv"

	"gonum.org/v1/gonum/stat/distuv"
)

// EventShare is the share of claims whose side was right with every event
// weighing the same, as in a book: K is the sum over events of the share that
// was right on each, N the number of events, with the Jeffreys interval (Brown,
// Cai and DasGupta, 2001) at that n.
func EventShare(s AllSided) Hit { return gather(s).byEvent() }

// HitShare is the share of claims whose side was right with every claim
// weighing the same, as among the uses of a phrase, with the Jeffreys interval
// at the number of independent claims: claims on one event count together,
// (Σm)²/Σm² with m claims on an event.
func HitShare(s AllSided) Hit { return gather(s).byRow() }

// RightOf is how many were right of how many, as EventShare or HitShare count
// them, without the interval.
func RightOf(s AllSided, byEvent bool) (k float64, n int) {
	t := gather(s)
	if byEvent {
		return t.perEvent()
	}
	return float64(t.right), t.claims
}

// SideWeights is what each of s weighs in the share: 1, or with byEvent its
// part of its event.
func SideWeights(s AllSided, byEvent bool) []float64 {
	var of []float64
	perEvent := map[string]float64{}
	for c := range s {
		of = append(of, cmp.Or(c.Weight, 1))
		perEvent[c.Event] += cmp.Or(c.Weight, 1)
	}
	at := 0
	for c := range s {
		switch {
		case !byEvent || c.Event == "":
			of[at] = 1
		default:
			of[at] /= perEvent[c.Event]
		}
		at++
	}
	return of
}

// Independent is as how many independent claims those of s count, 0 for none.
func Independent(s AllSided) float64 {
	t := gather(s)
	if t.claims == 0 {
		return 0
	}
	return t.independent()
}

// hits gathers what took a side, by event.
type hits struct {
	claims, right int
	numbers       map[string]int
	events        []eventHits
}

// eventHits is the weight of what took a side on one event, and of what was
// right.
type eventHits struct{ sided, right float64 }

// gather books claims by the names of their events.
func gather(s AllSided) *hits {
	t := &hits{numbers: map[string]int{}}
	for c := range s {
		t.add(t.event(c.Event), cmp.Or(c.Weight, 1), c.Right)
	}
	return t
}

// event numbers an event by its name; "" is one of its own.
func (t *hits) event(name string) int {
	if at, known := t.numbers[name]; known && name != "" {
		return at
	}
	t.numbers[name] = len(t.events)
	t.events = append(t.events, eventHits{})
	return len(t.events) - 1
}

func (t *hits) add(event int, weight float64, right bool) {
	e := &t.events[event]
	t.claims++
	e.sided += weight
	if right {
		t.right++
		e.right += weight
	}
}

// byEvent weighs every event the same.
func (t *hits) byEvent() Hit {
	h := t.counts()
	h.K, h.N = t.perEvent()
	return h.around(h.K/float64(h.N), float64(h.N))
}

// perEvent is the sum over events of the share that was right, and the number
// of events.
func (t *hits) perEvent() (k float64, n int) {
	for _, e := range t.events {
		if e.sided > 0 {
			k += e.right / e.sided
			n++
		}
	}
	if t.right == t.claims {
		k = float64(n)
	}
	return k, n
}

// byRow weighs by what each row weighs.
func (t *hits) byRow() Hit {
	var sided, right float64
	for _, e := range t.events {
		sided += e.sided
		right += e.right
	}
	h := t.counts()
	h.K, h.N = float64(t.right), t.claims
	share := right / sided
	if t.right == t.claims {
		share = 1
	}
	return h.around(share, t.independent())
}

// independent is as how many equal events those of t count: (Σm)²/Σm².
func (t *hits) independent() float64 {
	var total, squares float64
	for _, e := range t.events {
		total += e.sided
		squares += float64(e.sided * e.sided)
	}
	return total * total / squares
}

func (t *hits) counts() Hit { return Hit{Claims: t.claims, ClaimsRight: t.right} }

// around fills in the share and its interval at so many independent claims;
// nothing when no claim took a side.
func (h Hit) around(share, n float64) Hit {
	if h.Claims == 0 {
		return Hit{}
	}
	low, high := jeffreys(share, n)
	h.Share, h.Low, h.High = &share, &low, &high
	return h
}

// jeffreys is the 95 % interval of share·n of n; 0 is its lower end when none
// was right, 1 its upper end when all were.
func jeffreys(share, n float64) (low, high float64) {
	k := share * n
	d := distuv.Beta{Alpha: k + 0.5, Beta: n - k + 0.5}
	low, high = 0, 1
	if share > 0 {
		low = d.Quantile(0.025)
	}
	if share < 1 {
		high = d.Quantile(0.975)
	}
	return low, high
}

// hit is the hit share of the sample. A row takes part when it has a side and
// what happened is not exactly half; where every event weighs the same, later
// versions of a claim do not.
func (s sample) hit() Hit {
	t := hits{events: make([]eventHits, s.events)}
	noSide := 0
	for _, r := range s.rows {
		switch {
		case s.byEvent && r.later:
		case r.side == 0 || r.y == 0.5:
			noSide++
		default:
			t.add(int(r.event), r.w, (r.side > 0) == (r.y > 0.5))
		}
	}
	h := t.byRow()
	if s.byEvent {
		h = t.byEvent()
	}
	h.NoSide = noSide
	return h
}

// Right is K as people read it: whole, or with one decimal where a part of an
// event was right.
func (h Hit) Right() string { return trimmed(math.Round(h.K*10) / 10) }

// Of is "5 of 9", or "5 of the 9" with the words to stand before the number.
func (h Hit) Of(words string) string { return h.Right() + " of " + words + strconv.Itoa(h.N) }

// String is "5 of 9".
func (h Hit) String() string { return h.Of("") }
