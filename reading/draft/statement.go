package draft

import (
	"slices"
	"strings"

	"tracker/reading/clause"
)

// statement says in a short sentence what is to happen, of the words of the
// draft: "The bridge opens in May". Words of confidence and denials are left to
// their members; where the verb cannot be told from them the words stay.
func (p *page) statement(n int, d *Draft, c cue, part [2]int) string {
	t := p.texts[n]
	if c.tier == timed && c.rule != "shared" || !governsPlain(t, c) {
		return statementOf(p.whoever(n, d, c, t, part), d.Quote)
	}
	subject, many := p.subject(n, d, c, part)
	verb := predicate(t, c, part, many)
	if subject == "" || verb == "" {
		return statementOf("", d.Quote)
	}
	return statementOf("", subject+" "+verb)
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

// subject is what the statement is about, in the third person, and whether it is
// several.
func (p *page) subject(n int, d *Draft, c cue, part [2]int) (string, bool) {
	t := p.texts[n]
	if c.rule == "goal" {
		return d.Speaker, strings.HasSuffix(d.Speaker, "s")
	}
	if from, to, ok := expected(t, c); ok {
		return p.noun(n, d, [2]int{from, to}), plural(t, [2]int{from, to})
	}
	at := c.at
	if c.inner > 0 {
		at = c.inner
	}
	if c.rule == "arranged" || c.rule == "expected" || c.rule == "likely" || c.rule == "plans" || c.rule == "ponders" || c.rule == "going-to" {
		at = beAt(t, at)
	}
	own := ownerOf(t, at)
	if own[1] <= own[0] {
		own = c.owner
	}
	if own[0] < part[0] && own[1] > part[0] {
		own[0] = part[0]
	}
	if own[1] <= own[0] {
		return "", false
	}
	name := p.noun(n, d, own)
	if name == d.Speaker && own[1]-own[0] == 1 {
		return name, strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss")
	}
	return name, plural(t, own)
}

// expected is what somebody expects to do something: "inflation" of "expects
// inflation to fall".
func expected(t *clause.Text, c cue) (from, to int, ok bool) {
	if c.rule != "expects" || c.inner > 0 {
		return 0, 0, false
	}
	for i := c.end; i < c.verb; i++ {
		if t.Word(i) == "to" {
			return c.end, i, i > c.end
		}
	}
	return 0, 0, false
}

// noun is the words of a subject, a pronoun as the name that it stands for.
func (p *page) noun(n int, d *Draft, own [2]int) string {
	t := p.texts[n]
	text := strings.Trim(t.Source[t.Words[own[0]].Start:t.Words[own[1]-1].End], "“”\" ")
	if own[1]-own[0] != 1 {
		return text
	}
	switch t.Word(own[0]) {
	case "i", "we":
		return d.Speaker
	case "he", "she":
		if name, ok := p.casts[n].find(nounOf(t, own[0], own[1])); ok {
			return name
		}
	case "her":
		return "She"
	case "him":
		return "He"
	case "them":
		return "They"
	}
	return text
}

// predicate is the verb in the present, with what follows it.
func predicate(t *clause.Text, c cue, part [2]int, many bool) string {
	v := c.verb
	if v >= part[1] || v <= 0 {
		return ""
	}
	rest := ""
	if v+1 < part[1] {
		rest = t.Source[t.Words[v].End:t.Words[part[1]-1].End]
	}
	return present(t.Source[t.Words[v].Start:t.Words[v].End], t, v, many) + rest
}

func plural(t *clause.Text, own [2]int) bool {
	switch head := headOf(t, own[0], own[1]); {
	case head == "they", head == "we", head == "people", head == "them", head == "police":
		return true
	case slices.ContainsFunc(t.Words[own[0]:own[1]], func(w clause.Word) bool { return w.Text == "and" }):
		return true
	default:
		return strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") && !strings.HasSuffix(head, "us") && !strings.HasSuffix(head, "is") && !strings.HasSuffix(head, "ics") && head != "news"
	}
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
