package draft

import (
	"strings"

	"tracker/calendar"
	"tracker/reading/clause"
	"tracker/reading/deadline"
)

// pointsBack reports a phrase that counts from something said before: "the
// following week", "that month".
func pointsBack(phrase string) bool {
	words := strings.Fields(strings.ToLower(phrase))
	if len(words) < 2 {
		return false
	}
	switch words[len(words)-1] {
	case "day", "week", "weekend", "month", "quarter", "season", "year", "decade", "morning", "evening":
	default:
		return false
	}
	before := words[len(words)-2]
	return before == "following" || before == "that" || before == "same"
}

// back is the window of words that count from the one that was read before it:
// "by then", "by which time", "two days later", "on the same day".
func (v *view) back() (deadline.Reading, bool) {
	if v.last.Latest == 0 || v.lastOf < v.n-1 {
		return deadline.Reading{}, false
	}
	t := v.texts[v.n]
	for i := 1; i < len(t.Words); i++ {
		if t.Words[i-1].Start < v.from || t.Words[i].End > v.to {
			continue
		}
		if from := v.thenAt(i); from >= 0 {
			w := v.counted(t.Words[from].Start, t.Words[i].End)
			w.Relation, w.Class, w.Rule = deadline.By, deadline.ClassBounded, "by"
			if w.Earliest = v.said.On; t.Word(i) == "time" {
				w.Earliest = min(v.said.On, w.Latest)
			}
			w.Remark = `"then" is taken for "` + v.last.Phrase + `"`
			return w, true
		}
		if from, n, unit := v.laterAt(i); from >= 0 {
			w := v.counted(t.Words[from].Start, t.Words[i].End)
			if w.Remark = `counted from "` + v.last.Phrase + `"`; n == 0 {
				return w, w.Relation != deadline.By && w.Relation != deadline.Before
			}
			return w, v.shift(&w, n, unit)
		}
	}
	return deadline.Reading{}, false
}

// leans reports a sentence with words for which back asks what was read before
// it. The portions of a page that are read at the same time begin with others.
func (p *page) leans(n int) bool {
	v := view{page: p, n: n}
	for i := range p.texts[n].Words {
		if from, _, _ := v.laterAt(i); from >= 0 || v.thenAt(i) >= 0 {
			return true
		}
	}
	return false
}

// counted is the window that was read before, for words from start to end.
func (v *view) counted(start, end int) deadline.Reading {
	w := v.last
	w.Start, w.End, w.Alternatives = start, end, []deadline.Alternative{}
	w.Phrase = v.text[start:end]
	return w
}

// thenAt is where "by then" or "by which time" begins that ends at word i; -1
// where none does.
func (v *view) thenAt(i int) int {
	t := v.texts[v.n]
	bound := func(w string) bool { return w == "by" || w == "until" || w == "till" || w == "before" }
	switch {
	case t.Word(i) == "then" && bound(t.Word(i-1)):
		return i - 1
	case t.Word(i) == "time" && t.Word(i-1) == "which" && t.Word(i-2) == "by":
		return i - 2
	}
	return -1
}

// laterAt reads how long after the time before something comes, where the words
// end at i: "two days later", "the next day", "on the same day", which is 0.
func (v *view) laterAt(i int) (from, n int, unit string) {
	t := v.texts[v.n]
	w, before, first := strings.TrimSuffix(t.Word(i), "s"), t.Word(i-1), t.Word(i-2)
	switch {
	case t.Word(i) == "later" && isUnit(before):
		n := max(0, clause.Small(first))
		switch {
		case first == "a" || first == "an":
			n = 1
		case i > 1 && t.Words[i-2].IsNumber:
			n = int(t.Words[i-2].Number)
		}
		return i - 2, n, strings.TrimSuffix(before, "s")
	case !isUnit(w) || first != "the" && first != "that":
	case before == "same":
		return i - 2, 0, w
	case (before == "following" || before == "next" && v.lastOf == v.n) && first == "the":
		return i - 2, 1, w
	}
	return -1, 0, ""
}

// shift moves a window n units on; ok is false where it has no place to count
// from, or its unit is too coarse for it.
func (v *view) shift(w *deadline.Reading, n int, unit string) (ok bool) {
	if w.Earliest == 0 || w.Relation == deadline.By || w.Relation == deadline.Before || n <= 0 || n > 100 {
		return false
	}
	day := w.Latest == w.Earliest
	var move func(calendar.Day) calendar.Day
	switch unit {
	case "day", "morning", "evening", "afternoon", "night":
		if !day {
			return false
		}
		move = func(d calendar.Day) calendar.Day { return d + calendar.Day(n) }
	case "week", "fortnight":
		if w.Latest-w.Earliest > 7 {
			return false
		}
		move = func(d calendar.Day) calendar.Day { return d + calendar.Day(7*n) }
	case "month":
		move = func(d calendar.Day) calendar.Day { return d.AddMonths(n) }
	case "year":
		move = func(d calendar.Day) calendar.Day { return d.AddYears(n) }
	default:
		return false
	}
	w.Earliest, w.Latest = move(w.Earliest), move(w.Latest+1)-1
	return true
}
