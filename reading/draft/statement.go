package draft

import (
	"strings"

	"tracker/reading/clause"
)

// statement says in a short sentence what is to happen, of the words of the
// draft: "The bridge opens in May". Words of confidence, denials and the
// deadline are left to their members.
func (p *page) statement(d *Draft, t *clause.Text, c cue, part [2]int) string {
	subject := p.subject(d, t, c, part)
	verb := p.predicate(t, c, part)
	text := capitalised(flat(strings.TrimSpace(subject + " " + verb)))
	if subject == "" || verb == "" {
		text = capitalised(flat(d.Quote))
	}
	return strings.TrimRight(text, " ,;:.")
}

// subject is what the statement is about, in the third person.
func (p *page) subject(d *Draft, t *clause.Text, c cue, part [2]int) string {
	own := ownerOf(t, beAt(t, c.at))
	if c.rule == "expects" {
		return p.expected(t, c, part)
	}
	own[0] = max(own[0], part[0])
	if own[1] <= own[0] {
		if c.owner[1] > c.owner[0] {
			own = c.owner
		} else {
			return ""
		}
	}
	text := strings.Trim(t.Source[t.Words[own[0]].Start:t.Words[own[1]-1].End], "“”\" ")
	switch t.Word(own[0]) {
	case "i", "we":
		if own[1]-own[0] == 1 {
			return d.Speaker
		}
	case "he", "she", "they", "it":
		if own[1]-own[0] == 1 && c.tier == commitment {
			return d.Speaker
		}
	}
	return text
}

// expected is what somebody expects to do something: "inflation" of "expects
// inflation to fall".
func (p *page) expected(t *clause.Text, c cue, part [2]int) string {
	for i := c.end; i < part[1]; i++ {
		if t.Word(i) == "to" && i > c.end {
			return t.Source[t.Words[c.end].Start:t.Words[i-1].End]
		}
		if t.Word(i) == "to" {
			return t.Source[t.Words[c.owner[0]].Start:t.Words[max(c.owner[1], c.owner[0]+1)-1].End]
		}
	}
	return ""
}

// predicate is the verb in the present, with what follows it.
func (p *page) predicate(t *clause.Text, c cue, part [2]int) string {
	v := c.verb
	if v >= part[1] || v < 0 {
		return ""
	}
	rest := ""
	if v+1 < part[1] {
		rest = t.Source[t.Words[v].End:t.Words[part[1]-1].End]
	}
	word := t.Source[t.Words[v].Start:t.Words[v].End]
	if c.tier == timed {
		return word + rest
	}
	many := plural(t, ownerOf(t, beAt(t, c.at)))
	return present(word, t, v, many) + rest
}

func plural(t *clause.Text, own [2]int) bool {
	if own[1] <= own[0] {
		return false
	}
	n := nounOf(t, own[0], own[1])
	head := n.head()
	return head == "they" || head == "people" || strings.HasSuffix(head, "s") && !strings.HasSuffix(head, "ss") && !strings.HasSuffix(head, "us") && !strings.HasSuffix(head, "is") || strings.Contains(n.text, " and ")
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
	case t.Word(v-1) == "be":
		return be + " " + word
	case many, !clause.IsVerb(lower):
		return word
	case lower == "have":
		return "has"
	case strings.HasSuffix(lower, "s"), strings.HasSuffix(lower, "sh"), strings.HasSuffix(lower, "ch"), strings.HasSuffix(lower, "x"), strings.HasSuffix(lower, "z"), lower == "do", lower == "go", lower == "veto":
		return word + "es"
	case strings.HasSuffix(lower, "y") && len(lower) > 2 && !strings.ContainsRune("aeiou", rune(lower[len(lower)-2])):
		return word[:len(word)-1] + "ies"
	}
	return word + "s"
}
