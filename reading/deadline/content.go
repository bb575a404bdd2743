package deadline

import "slices"

// ruleContent is the rule of times that are what is said, not when.
const ruleContent = "content"

// documents have dates of their own.
const documentWords = `letter mail email memo memorandum order ruling judgment judgement decision appeal request agreement treaty accord
	report statement notice resolution contract note message complaint petition application article invoice decree
	case cases attack attacks riot riots massacre uprising disaster crash directive warrant summons proposal offer poll survey study bill act protocol charter declaration edict circular recommendation motion`

// content reports whether the phrase from i to end says what, and not when: the
// date of a document, the time of a race, what something is compared with.
func (p *parser) content(i, end int, w *Reading) bool {
	before := p.at(i - 1)
	switch {
	case p.at(end).has(document) && (w.Rule == "month-day" || w.Rule == "date") && w.Granularity == Day && w.Relation == On && !p.at(i).has(leader):
		return true
	case i == 0:
		return false
	case w.Granularity == Day && (p.at(i).is("of") && p.at(i+1).is("the") || before.is("of") && p.at(i).is("the") || before.is("the") && p.at(i-2).is("of")) && slices.Contains(eventNouns, p.at(end).word): // "the minutes of the 12 January meeting"
		return true
	case before.is("by") && w.spans(): // "delayed by two years"
		return true
	case p.at(p.over(end, ",")).is("but") && (before.is("not") || p.at(i-2).is("not") && before.among("be", "happen", "come")): // "not in 2026 but in 2027"
		return true
	case before.among("dated"), p.at(i).among("of", "from", "dated") && before.has(document) && w.Granularity == Day:
		return true
	case p.compared(i):
		return true
	case w.Granularity == Hour && w.Rule == "clock" && p.preceded(3, "under", "than", "below", "beat", "beats", "break", "breaks", "sub"):
		return true
	case w.Granularity == Hour && w.Relation == Within && p.at(i).among("in", "under", "less") && p.preceded(9, "run", "runs", "finish", "finishes", "complete",
		"completes", "marathon", "mile", "race", "swim", "ride", "climb", "lap", "time"):
		return true
	}
	return false
}

// recurs reports whether the words around the phrase from i to end say how
// often, and not when: "the first Monday of each month", "every other Tuesday",
// "on 1 May every year".
func (p *parser) recurs(i, end int) bool {
	if t := p.at(end); t.kind == plain {
		k := p.skip(p.skip(end, "of", "in"), "nearly", "almost")
		if p.at(k).among("every", "each") && (p.at(k+1).kind == unit || p.at(k+1).kind == month) || t.among("annually", "yearly", "monthly", "weekly") {
			return true
		}
	}
	before := p.at(i - 1)
	return i > 1 && p.at(i-2).among("every", "each") && before.among("other", "second", "third", "alternate") || i > 0 && before.is("alternate")
}

// brief reports whether the phrase from i to end counts minutes or seconds,
// which in a sentence say how long more often than when.
func (p *parser) brief(i, end int) bool {
	for k := i; k < end; k++ {
		if t := p.at(k); t.kind == unit && t.value <= minuteUnit {
			return true
		}
	}
	return false
}

// compared reports whether the phrase at i is what something is compared with:
// "than it is today", "compared with last year", "rather than 2027".
func (p *parser) compared(i int) bool {
	for k := i - 1; k >= max(0, i-5); k-- {
		t := p.at(k)
		switch {
		case t.kind == mark || t.has(forward) || t.among("by", "that"), t.kind == number && t.digits == 4, t.kind == month: // of another time
			return false
		case t.is("than"):
			return !p.at(k+1).among("a", "an") && p.at(k+1).kind != number && (k < i-1 || !p.at(k-1).among("more", "less", "fewer", "later", "earlier", "sooner"))
		case t.among("compared", "relative", "versus", "vs"):
			return true
		}
	}
	return p.at(i-1).is("of") && p.at(i-2).is("instead")
}

// superseded reports whether the phrase at i is what was expected once: "was
// originally planned for 2026", "which was to open in 2024".
func (p *parser) superseded(i int) bool {
	for k := i - 1; k >= max(0, i-8); k-- {
		t := p.at(k)
		switch {
		case t.kind == mark, t.among("will", "is", "are", "now", "would"), t.is("to") && p.at(k+1).kind != plain:
			return false
		case t.among("originally", "previously", "initially", "formerly", "anticipated"),
			t.is("first") && (p.at(k+1).among("set", "due", "meant") || p.at(k+1).has(backward|forward)): // "first set for May"
			return true
		case t.is("had") && p.at(k+1).among("planned", "hoped", "expected", "intended", "aimed", "meant", "promised"),
			t.among("was", "were", "been") && p.at(k+1).among("expected", "due", "scheduled", "planned", "meant", "supposed", "slated", "set", "to", "targeted", "promised", "pencilled", "penciled"):
			return true
		}
	}
	return false
}

// epithet tells a bare month or weekday, from i to end, that stands before a
// noun: 3 for one that does not come with it ("the May wages", "Sunday opening"),
// 1 for an event's ("the June summit"), 0 for none.
func (p *parser) epithet(i, end int) int {
	if k := p.at(end - 1).kind; k != month && k != weekday || p.at(i).has(leader) || p.at(end-1).possessive || end-i > 2 {
		return 0
	}
	switch t := p.at(end); {
	case t.is("opening") && p.at(end-1).kind == weekday:
		return 3
	case slices.Contains(eventNouns, t.word):
		return 1
	case t.kind != plain || t.word == "" || t.has(leader|forward|scheduled|backward|reporting|denial|starter) || !p.noun(end):
		return 0
	}
	return 3
}

// aside reports whether the phrase at i stands in a clause that only says who
// or which: "Parliament, which returns on Monday, will vote".
func (p *parser) aside(i int) bool {
	for k := i - 1; k >= max(0, i-12) && p.at(k).kind != mark; k-- {
		if p.at(k).among("which", "who", "whose") {
			return k > 0 && p.at(k-1).is(",")
		}
	}
	return false
}
