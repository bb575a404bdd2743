package draft

import (
	"slices"
	"strings"

	"tracker/reading/clause"
)

// turnName is a name before a colon as the cast has it.
func turnName(c *cast, by string) string {
	t := clause.Cut(by)
	if f := c.known(nounOf(t, 0, len(t.Words))); f >= 0 {
		return c.all[f].name
	}
	if n := nounOf(t, 0, len(t.Words)); nameStart(strings.Fields(n.text)) > 0 {
		return properName(n)
	}
	return capitalised(by)
}

// turn is the name of a turn of a transcript: "MR. COLE" is whom "DAVID COLE,
// TRANSPORT MINISTER" introduced.
func (c *cast) turn(by string) string {
	if isQuestioner(by) {
		return by
	}
	if name, _, ok := strings.Cut(by, ","); ok {
		by = name
	}
	if isUpper(by) && len(by) > 4 || isUpper(by) && c.has(by) {
		by = uncapital(by)
	}
	name := turnName(c, by)
	if name == "" || len(strings.Fields(name)) == 0 {
		return name
	}
	if f := newFigure(noun{text: name, words: strings.Fields(strings.ToLower(name)), caps: make([]bool, len(strings.Fields(name)))}); !c.has(name) {
		f.name, f.sort = name, somebody
		c.all = append(c.all, f)
	}
	return name
}

// has reports whether somebody of this name, or with it as their last, is known.
func (c *cast) has(name string) bool {
	lower := strings.ToLower(name)
	return slices.ContainsFunc(c.all, func(f figure) bool {
		return strings.ToLower(f.name) == lower || len(f.words) > 0 && f.words[len(f.words)-1] == lower
	})
}

// uncapital is a name in capitals as it is written: "David Cole", and a role as
// "Transport minister".
func uncapital(name string) string {
	words := strings.Fields(strings.ToLower(name))
	role := slices.ContainsFunc(words, func(w string) bool { return isRole(w) || isHouse(w) })
	for i, w := range words {
		if (i == 0 || !role) && !isParticle(w) || w == "mr." || w == "mr" {
			words[i] = capitalised(w)
		}
	}
	return strings.Join(words, " ")
}
