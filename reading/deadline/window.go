package deadline

import (
	"fmt"

	"tracker/calendar"
)

// reading bounds the period d by the lead, for the phrase that ends before
// token end.
func (p *parser) reading(l lead, d *period, end int) Reading {
	w := none(p.said)
	w.Start, w.End = int(p.at(p.from).start), int(p.at(end-1).end)
	w.Phrase = p.text[w.Start:w.End]
	if d.problem == "" && !d.possible() {
		x := refused("the day lies outside the years 1900 to 9999")
		d = &x
	}
	switch {
	case d.problem != "":
		w.Rule, w.Refused = "refused", d.problem
		return w
	case d.idle:
		return w
	case d.gone, d.bygone && l.word != "set" && l.word != "for" && (l.rel == "" || l.rel == On || l.rel == In):
		w.Rule = "past"
		return w
	}
	rel := relation(l, d)
	w.Remark = d.remark
	w.Relation, w.Granularity, w.Class, w.Rule = rel, d.gran, d.class, ruleOf(rel, d)
	if d.edge != wholly && (rel == By || rel == Before) {
		if w.Granularity = d.of; d.of != Season {
			w.Class = ClassBounded
		}
	}
	if d.first == 0 && d.last == 0 { // an undated event
		w.Earliest = 0
		return w
	}
	w.Earliest, w.Latest = p.bound(rel, d)
	if w.Latest != 0 && w.Latest < w.Earliest || rel == After && d.last < p.base && d.written {
		return p.past(w)
	}
	p.alternatives(&w, rel, d)
	return w
}

// past turns a reading into one of the past.
func (p *parser) past(w Reading) Reading {
	n := none(p.said)
	n.Phrase, n.Start, n.End, n.Rule = w.Phrase, w.Start, w.End, "past"
	return n
}

// possible reports whether the period lies within the calendar's range.
func (d *period) possible() bool {
	return d.last == 0 || (d.first >= calendar.First && d.last <= calendar.Last)
}

// relation settles the relation of a lead and the words after it.
func relation(l lead, d *period) Relation {
	switch {
	case l.rel == Within && d.rel == "" && l.word != "within" && l.word != "inside": // "in the course of 2027"
		return On
	case d.rel != "" && (l.rel == "" || l.rel == On || l.rel == In || l.rel == Within || l.word == "up" || d.rel == Vague):
		return d.rel
	case l.rel == "" || l.rel == In:
		return On
	case l.rel == Before && d.edge == endOf && !l.strict:
		return By
	}
	return l.rel
}

// ruleOf names the rule: that of the period, unless the relation says more.
func ruleOf(rel Relation, d *period) string {
	if d.class == ClassEvent {
		return d.rule
	}
	switch rel {
	case Before:
		return "before"
	case Earliest:
		return "lower"
	case After:
		return "after"
	case By:
		switch d.rule {
		case "date", "month-day", "weekday", "this-next", "week", "weekend", "quarter", "today":
			return "by"
		}
	}
	return d.rule
}

// bound returns the window of a period under a relation.
func (p *parser) bound(rel Relation, d *period) (earliest, latest calendar.Day) {
	switch rel {
	case By:
		if d.edge == startOf {
			return p.base, d.first
		}
		return p.base, d.last
	case Before:
		if d.gran == Hour { // an hour of a day begins within it
			return p.base, d.last
		}
		return p.base, d.first - 1
	case After:
		if d.gran == Hour {
			return max(d.last, p.base), 0
		}
		return max(d.last+1, p.base), 0
	case Within:
		if d.rel == Within {
			return d.first, d.last
		}
		return p.base, d.last
	}
	if d.later {
		return max(d.first, p.base+1), d.last
	}
	return max(d.first, p.base), d.last
}

// alternatives adds the period's own other readings under the same relation,
// and for "by" a period the strict one that ends before the period begins.
func (p *parser) alternatives(w *Reading, rel Relation, d *period) {
	for _, a := range d.alts {
		first, last := p.bound(rel, &period{first: a.Earliest, last: a.Latest, edge: d.edge, rel: d.rel})
		if rel == On && a.Latest < p.base && d.yearless { // the one just past
			first, last = a.Earliest, a.Latest
		}
		if first <= last && (first != w.Earliest || last != w.Latest) {
			w.Alternatives = append(w.Alternatives, Alternative{first, last, a.Why})
		}
	}
	if rel == By && d.edge == wholly && d.first < d.last && d.first > p.base {
		w.Alternatives = append(w.Alternatives, Alternative{p.base, d.first - 1, "strictly: before it begins"})
	}
	if d.edge == startOf && rel == By && d.last > d.first {
		w.Alternatives = append(w.Alternatives, Alternative{p.base, d.last, "the whole early part of it"})
	}
	w.Alternatives = w.Alternatives[:len(w.Alternatives):len(w.Alternatives)]
}

// other appends a further reading to the period.
func (d *period) other(first, last calendar.Day, why string) {
	d.alts = append(d.alts, Alternative{first, last, why})
}

// refusef is refused with a formatted reason.
func refusef(format string, args ...any) period { return refused(fmt.Sprintf(format, args...)) }

// none is the reading of words that set no deadline.
func none(said Said) Reading {
	return Reading{Relation: NoBound, Earliest: said.On, Granularity: NoGranularity,
		Class: ClassNone, Rule: "none", Alternatives: []Alternative{}}
}
