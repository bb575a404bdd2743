package hedge

import "fmt"

// Side says which way words of confidence point: that the event will happen,
// that it will not, or neither, as a possibility or a wish does. It belongs
// to the words as spoken; a claim with polarity will-not turns it round.
type Side string

const (
	Yes     Side = "yes"
	No      Side = "no"
	Neither Side = "none"
)

// Opposite is the side of the words with "not" before them.
func (s Side) Opposite() Side {
	switch s {
	case Yes:
		return No
	case No:
		return Yes
	}
	return Neither
}

// Side is the side of words of confidence given by themselves. known is false
// for words the lexicon does not have, which take none until somebody says,
// and for no words at all.
func (l *Lexicon) Side(words string) (side Side, known bool) {
	r := l.Read(words)
	return r.Side, r.Known
}

// sideOf is the side of a number: which half it lies in.
func sideOf(p float64) Side {
	switch {
	case p > 0.5:
		return Yes
	case p < 0.5:
		return No
	}
	return Neither
}

// assumedSide is the side of a new phrase of a lexicon that gives none: only a
// number well away from ½ takes one.
func assumedSide(e Entry) Side {
	if e.Kind == None || 0.35 <= e.Point && e.Point <= 0.65 {
		return Neither
	}
	return sideOf(e.Point)
}

func sideNamed(name string) (Side, error) {
	switch side := Side(name); side {
	case Yes, No, Neither:
		return side, nil
	}
	return "", fmt.Errorf("side %q is none of yes, no and none", name)
}
