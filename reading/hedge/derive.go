package hedge

import (
	"math"
	"strconv"

	"tracker/reading/clause"
)

// degree is a word of degree before a hedge.
type degree uint8

const (
	neutral degree = iota + 1 // "quite": British readers go down, American up
	weak                      // "fairly": a quarter of the way to ½
	strong                    // "very": half of the way to 0 or 1
)

func degreeOf(word string) degree {
	switch word {
	case "very", "highly", "extremely", "really", "incredibly", "exceedingly", "overwhelmingly", "most", "hugely", "vastly", "enormously", "exceptionally", "immensely", "absolutely", "vanishingly":
		return strong
	case "fairly", "somewhat", "reasonably", "moderately", "relatively", "slightly":
		return weak
	case "quite", "pretty", "rather", "increasingly", "ever":
		return neutral
	}
	return 0
}

// maxDegrees is how many words of degree in a row belong to a hedge.
const maxDegrees = 3

// value is a number on its way to a Reading.
type value struct {
	p, low, high float64
	kind         Kind
	side         Side
	source       string
}

// value is the number of the words m stands for, worked out step by step from
// its root, and whether those words deny the event.
func (m *match) value() (v value, negative bool) {
	if m.form == nil {
		return value{m.number.p, m.number.low, m.number.high, Explicit, sideOf(m.number.p), m.number.rule}, false
	}
	switch m.form.relation {
	case compares:
		return none("“" + m.form.text + "” compares or leaves open; it is not a number"), false
	case unasked:
		return none("“" + m.form.text + "” has no number: nobody has been asked what it stands for"), false
	case disclaims:
		v = none("“" + m.form.text + "” denies a plan, and nobody has put a number on that")
		v.side = Yes // of what the polarity then denies
		return v, false
	case refuses:
		v = none("“" + m.form.text + "” denies without saying how surely")
		v.side = Yes // of what the polarity then denies
		return v, false
	}
	e := m.form.entry
	v = value{e.Point, e.Low, e.High, e.Kind, e.Side, e.Source}
	if v.kind == None {
		return v, e.class == denial
	}
	v.source = "“" + e.Phrase + "” " + strconv.FormatFloat(e.Point, 'g', -1, 64) + " (" + string(e.Kind) + ": " + e.Source + ")"
	plain := true
	negative = e.class == denial
	switch m.form.relation {
	case means:
		plain, v.source = false, "“"+m.form.text+"” taken as "+v.source
	case opposite:
		plain, negative, v = false, !negative, v.complement()
	}
	if m.degrees > 0 && !m.outer {
		plain, v = false, v.graded(m.degree, m.degrees, e.class)
	}
	if m.outer && (negative || v.p <= 0.5 || v.p >= 0.9) {
		return none("“not” with “" + m.form.text + "” says less than its opposite; nobody has put a number on it"), false
	}
	if m.outer || m.inner {
		plain, negative, v = false, !negative, v.complement()
	}
	return v.sealed(plain, e), negative
}

// sealed gives a derived value its kind and an underived one its own source.
func (v value) sealed(plain bool, e *Entry) value {
	if plain {
		v.source = e.Source
		return v
	}
	v.kind = Assumed
	return v
}

// complement is the value of the opposite.
func (v value) complement() value {
	v.p, v.low, v.high = tidy(1-v.p), tidy(1-v.high), tidy(1-v.low)
	v.kind, v.side, v.source = Assumed, v.side.Opposite(), "1 − "+v.source
	return v
}

// graded applies words of degree: strong ones go half of the way to 1, or to 0
// for words that deny; weak ones a quarter of the way to ½.
func (v value) graded(d degree, times int, c class) value {
	for range times {
		switch {
		case d == strong && c == denial:
			v = v.toward(0, 0.5)
		case d == strong:
			v = v.toward(1, 0.5)
		case d == weak:
			v = v.toward(0.5, 0.25)
		}
	}
	switch d {
	case strong:
		v.source = "“very” halves the distance to 0 or 1 of " + v.source
	case weak:
		v.source = "“fairly” goes a quarter of the way to 0.5 from " + v.source
	case neutral:
		v.source = "“quite” leaves the number of " + v.source
	}
	return v
}

// toward moves the value by a share of its distance to a goal.
func (v value) toward(goal, share float64) value {
	v.p = tidy(v.p + (goal-v.p)*share)
	v.low = tidy(v.low + (goal-v.low)*share)
	v.high = tidy(v.high + (goal-v.high)*share)
	return v
}

// tidy drops the last digits, which come only from binary arithmetic.
func tidy(x float64) float64 { return math.Round(x*1e9) / 1e9 }

// none explains why words have no number.
func none(source string) value { return value{kind: None, side: Neither, source: source} }

// within makes the reading of some of the words, "will" of "will help get", one
// that nobody was asked about.
func (r *Reading) within(words string) {
	if r.Kind != Survey && r.Kind != Standard {
		return
	}
	for _, w := range clause.Words(nil, words[:r.Start]+" "+words[r.End:]) {
		if !isFiller(w.Text) {
			r.Kind, r.Source = Assumed, "“"+r.Root+"” alone, of these words: "+r.Source
			return
		}
	}
}

// isFiller reports words beside a hedge that say nothing of how sure it is.
func isFiller(word string) bool {
	switch word {
	case "there", "it", "is", "'s", "a", "an", "the", "that", "this", "of", "to", "be", "are", "we", "i", "they", "he", "she", "will", "in":
		return true
	}
	return clause.IsMark(word)
}
