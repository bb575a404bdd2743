package deadline

// RuleField is the rule of a bare day or period that was given as a deadline.
const RuleField = "field"

// field makes a bare name that was given as a deadline mean by it: "April
// 2027", "30 June", "the end of the year". Weeks, and periods told from today
// ("next month"), keep their own rule, as do ranges and lists.
func (p *parser) field(l lead, d *period, end int) lead {
	if !p.said.Field || l.rel != "" || d.rel != "" || d.later || d.last == 0 || !p.alone(end) {
		return l
	}
	switch d.gran {
	case Week, WeekPart, Weekend:
		return l
	}
	if d.rule == "range" || d.rule == "list" || d.rule == "this-next" && d.gran != Day {
		return l
	}
	return lead{rel: By, bare: true}
}

// asField marks a reading as one of a bare name, with the other thing it
// could mean.
func (p *parser) asField(w Reading, d *period) Reading {
	if w.Class == ClassNone {
		return w
	}
	why := "in that time only"
	if d.gran == Day || d.gran == Hour {
		why = "on that day only"
	}
	if first := max(d.first, p.base); first != w.Earliest {
		w.Alternatives = append([]Alternative{{first, d.last, why}}, w.Alternatives...)
	}
	w.Rule = RuleField
	return w
}
