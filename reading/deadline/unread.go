package deadline

// ruleUnread is the rule of a phrase beside which something was left unread.
const ruleUnread = "unread"

// unread returns the words that touch the phrase of tokens from to end, could
// belong to its date, and were not read: the 31 of "by Friday 31". A number
// that counts the word after it is no part of a date.
func (p *parser) unread(from, end int) string {
	if s := p.unreadAfter(end); s != "" {
		return s
	}
	return p.unreadBefore(from)
}

// unreadAfter returns what of a date stands right after the phrase.
func (p *parser) unreadAfter(i int) string {
	t, next := p.at(i), p.at(i+1)
	_, ends := t.endUnit()
	switch {
	case t.kind == mark:
		if t.glued && next.glued && t.among("/", "-", ".") && (next.digits > 0 || next.kind == month) {
			return p.text[t.start:next.end]
		}
		return ""
	case t.kind == number || t.kind == ordinal:
		if t.digits == 4 && t.value < 1900 && t.value%100 < 60 { // "Friday 1400"
			return ""
		}
		if t.digits > 0 && !p.counts(i+1) && !next.glued && !p.at(i-1).among(":", "$") {
			return p.text[t.start:t.end]
		}
	case t.kind == month && t.caps && !t.short, t.kind == weekday && t.caps && !t.short && !t.plural:
		if !p.counts(i+1) && !t.possessive {
			return p.text[t.start:t.end]
		}
	case t.is("q") && next.glued && next.digits == 1, t.is("fy"), ends:
		return p.text[t.start:max(t.end, next.start)]
	case t.among("next", "last", "this", "previous") && next.kind == unit && !next.possessive && next.value >= weekUnit && !next.plural:
		return p.text[t.start:next.end]
	case t.is("of") && p.at(i-1).kind == weekday && !p.at(i-1).plural && next.kind != number && (next.is("the") && p.at(i+2).kind == ordinal || next.caps):
		return p.text[t.start:next.end]
	case t.is("after") && next.is("next"):
		return p.text[t.start:next.end]
	case t.caps && t.end-t.start <= 5:
		switch p.text[t.start:t.end] {
		case "BC", "BCE", "BE", "AH", "B.C.", "A.H.", "B.E.":
			return p.text[t.start:t.end]
		}
	}
	return ""
}

// unreadBefore returns what of a date stands right before the phrase.
func (p *parser) unreadBefore(i int) string {
	first, t := p.at(i), p.at(i-1)
	if i == 0 {
		return ""
	}
	_, ends := first.endUnit()
	switch before := p.at(i - 2); {
	case first.is("of") && !before.is("a") && (t.kind == ordinal || t.kind == number || t.kind == unit && t.value >= dayUnit || t.among("third", "thirds", "half", "halves", "quarters", "part", "side", "way", "ides", "end", "start", "beginning", "middle", "fifth", "trimester", "semester", "tertial")):
		return p.text[t.start:first.end]
	case first.among("through", "into") && (t.is("way") || t.kind == ordinal || t.digits > 0 || t.kind == unit && t.value >= dayUnit && first.is("into")),
		t.is("into") && before.kind == unit:
		return p.text[t.start:t.end]
	case first.has(leader):
	case t.among("to", "through", "-") && (before.kind == number || before.kind == ordinal) && before.digits > 0 && before.digits <= 2 && (first.kind == number || first.kind == ordinal || first.is("the")) && p.at(i-3).kind != month:
		return p.text[before.start:t.end]
	case t.kind == ordinal && t.digits == 0 && first.kind == ordinal:
		return p.text[t.start:t.end]
	case t.kind == mark && t.glued && first.glued && t.among("/", "-", ".") && (before.digits > 0 || before.kind == month):
		return p.text[before.start:t.end]
	case (t.kind == number || t.kind == ordinal) && t.digits > 0 && t.digits != 3 && t.hundredths == 0 && (first.kind == month || first.kind == season || ends) && !before.among("$", "-"):
		return p.text[t.start:t.end]
	}
	return ""
}

// loose reports whether the words after the phrase blur it: "June-ish", "June
// 2027 or thereabouts".
func (p *parser) loose(i int) bool {
	return p.at(i).is("ish") && p.at(i).hyphen || p.seq(i, "or", "thereabouts") > 0 || p.seq(i, "give", "or", "take") > 0
}

// vetoed is a reading beside which something was left unread: no deadline,
// with the window that the words give without it.
func (w Reading) vetoed(said Said, rest string) Reading {
	n := none(said)
	n.Phrase, n.Start, n.End, n.Rule = w.Phrase, w.Start, w.End, ruleUnread
	n.Remark = `"` + rest + `" beside "` + w.Phrase + `" could not be read`
	if w.Latest != 0 {
		n.Alternatives = append(n.Alternatives, Alternative{w.Earliest, w.Latest, `without "` + rest + `"`})
	}
	return n
}
