package draft

import (
	"strings"

	"tracker/reading/clause"
)

// statement says in a short sentence what is to happen, of the words of the
// draft: "The bridge opens in May". Words of confidence and denials are left to
// their members; where the verb cannot be told from them the words stay.
func (p *page) statement(n int, d *Draft, c cue, part [2]int) string {
	t := p.texts[n]
	switch {
	case c.rule == "chance":
		if what := chanceOf(t, c, part); what != "" {
			return statementOf("", what)
		}
	case d.WillNot && t.Word(c.verb-1) != "not" && t.Word(c.at-1) == "it":
		if what := afterBefore(t, c, part); what != "" {
			return statementOf("", what)
		}
	}
	if c.rule == "shared" && c.verb == c.at+1 && (quantityAt(t, c.at) > 0 || anotherAt(t, c.at) > 0 || unsaid(t, c)) {
		return p.further(n, c, part)
	}
	if c.tier == timed && c.rule != "shared" || !governsPlain(t, c) || clause.IsPronoun(t.Word(c.verb)) {
		return p.asItStands(n, d, c, part)
	}
	subject, many := p.subject(n, d, c, part)
	if subject != "" && d.WillNot {
		subject, many = affirmed(subject, many)
	}
	verb := predicate(t, c, part, many)
	if subject == "" || verb == "" {
		return p.asItStands(n, d, c, part)
	}
	return statementOf("", subject+" "+verb)
}

// further is a number that shares the words before the one it follows: "Output is
// forecast to rise" of "… 4 percent in 2026 and 5 percent in 2027".
func (p *page) further(n int, c cue, part [2]int) string {
	t := p.texts[n]
	from := 0
	for _, a := range p.speaks[n] {
		if !a.after && a.last <= c.at {
			from = max(from, a.last)
		}
	}
	for i := from + 1; i < c.at; i++ {
		if t.Words[i].IsNumber && !isYear(t.Word(i)) || isSmall(t, i) {
			return statementOf("", t.Source[t.Words[from].Start:t.Words[i-1].End]+" "+t.Source[t.Words[part[0]].Start:t.Words[part[1]-1].End])
		}
	}
	return statementOf("", t.Source[t.Words[part[0]].Start:t.Words[part[1]-1].End])
}

// asItStands is the clause of a draft in its own words, without the denial that
// polarity says.
func (p *page) asItStands(n int, d *Draft, c cue, part [2]int) string {
	text := d.Quote
	if d.WillNot {
		text = undenied(text)
	}
	return statementOf(p.whoever(n, d, c, p.texts[n], part), text)
}

// statementOf is text as a statement: on one line, with a capital, without the
// mark at its end.
func statementOf(subject, text string) string {
	if subject != "" {
		text = subject + " " + text
	}
	return strings.TrimRight(capitalised(flat(unquoted.Replace(text))), " ,;:.")
}

var unquoted = strings.NewReplacer("\"", "", "“", "", "”", "")

// whoever is the subject that words without one share with those before them:
// "ends on 30 January".
func (p *page) whoever(n int, d *Draft, c cue, t *clause.Text, part [2]int) string {
	if c.at != part[0] {
		return ""
	}
	own := ownerOf(t, c.at)
	if own[1] <= own[0] || own[1] > part[0] {
		return ""
	}
	return p.noun(n, d, own)
}

// governsPlain reports a cue after which the plain form of a verb says what is
// to happen: "will open", "is expected to open".
func governsPlain(t *clause.Text, c cue) bool {
	at := c.at
	if c.inner > 0 {
		at = c.inner
	}
	for i := c.verb - 1; i >= max(at, 0); i-- {
		w := t.Word(i)
		if w == "to" || w == "will" || w == "would" || w == "shall" || w == "could" || w == "may" || w == "might" || w == "should" {
			return verbAfter(t, i+1) == c.verb
		}
	}
	return c.rule == "shared"
}

// predicate is the verb in the present, with what follows it.
func predicate(t *clause.Text, c cue, part [2]int, many bool) string {
	v := c.verb
	if v >= part[1] || v <= 0 {
		return ""
	}
	rest := ""
	if end := asideEnd(t, v, part[1]); v+1 < end {
		rest = t.Source[t.Words[v].End:t.Words[end-1].End]
	}
	return present(t.Source[t.Words[v].Start:t.Words[v].End], t, v, many) + rest
}

// present is the plain verb at v in the third person of the present, with be
// before a participle.
func present(word string, t *clause.Text, v int, many bool) string {
	be := "is"
	if many {
		be = "are"
	}
	switch lower := strings.ToLower(word); {
	case lower == "be":
		return be
	case t.Word(v-1) == "be", t.Word(v-2) == "be" && strings.HasSuffix(t.Word(v-1), "ly"):
		return be + " " + word
	case isParticiple(lower) && !clause.IsVerb(lower): // shares the be before it
		return be + " " + word
	case strings.HasSuffix(lower, "s") && presentVerb(lower):
		return word
	case many:
		return word
	case lower == "have":
		return "has"
	case strings.HasSuffix(lower, "s"), strings.HasSuffix(lower, "sh"), strings.HasSuffix(lower, "ch"), strings.HasSuffix(lower, "x"), strings.HasSuffix(lower, "z"), lower == "do", lower == "go", lower == "veto", lower == "undergo":
		return word + "es"
	case strings.HasSuffix(lower, "y") && len(lower) > 2 && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return word[:len(word)-1] + "ies"
	}
	return word + "s"
}

// asideEnd is where words end that only vouch for those before: ", and that is a
// promise"; to without any.
func asideEnd(t *clause.Text, from, to int) int {
	for i := from; i+3 < to; i++ {
		if (t.Word(i) == "," || t.Word(i) == "—") && (t.Word(i+1) == "and" && (t.Word(i+2) == "that" || t.Word(i+2) == "this") && isBeForm(t.Word(i+3)) || (t.Word(i+1) == "that" || t.Word(i+1) == "this") && isBeForm(t.Word(i+2))) {
			return i
		}
	}
	return to
}
