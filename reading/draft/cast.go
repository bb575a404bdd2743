package draft

import (
	"strings"

	"tracker/reading/clause"
)

// cast is who has been named in an article so far, the latest last, so that
// "she", "the minister" and "Roe" find the name they stand for.
type cast struct{ all []figure }

// mostFigures is how many are remembered; whoever was named longest ago is
// forgotten.
const mostFigures = 48

// meet takes a noun in and returns the name it stands for, and whether it was
// found by what stands elsewhere.
func (c *cast) meet(n noun) (name string, carried bool) {
	if len(n.words) == 0 {
		return "", false
	}
	if f := c.pronoun(n); f >= 0 {
		c.all[f].she += genderOf(n.words[0])
		return c.latest(f), true
	}
	if len(n.words) == 1 && (clause.IsPronoun(n.words[0]) || n.words[0] == "who") {
		if w := n.words[0]; w == "he" || w == "she" || w == "they" {
			return unnamed, true
		}
		return "", false
	}
	if f := c.known(n); f >= 0 {
		old := c.all[f].name
		return c.latest(f), old != properName(n)
	}
	f := newFigure(n)
	if mine(n.words[0]) {
		f.name = c.owned(n, f.name)
		f.plain = plainName(f.name)
	}
	if len(c.all) == mostFigures {
		c.all = c.all[1:]
	}
	c.all = append(c.all, f)
	return f.name, false
}

// unnamed is the name of somebody whom an article never names.
const unnamed = "Unnamed speaker"

// owned is "its leader" with whose: "Opposition party's leader".
func (c *cast) owned(n noun, name string) string {
	rest := strings.TrimSpace(n.text[len(strings.Fields(n.text)[0]):])
	if (n.words[0] == "its" || n.words[0] == "their") && isRole(n.head()) {
		for i := len(c.all) - 1; i >= 0; i-- {
			if f := c.all[i]; f.sort == theHouse || f.sort == outlet {
				return possessive(f.name) + " " + rest
			}
		}
	}
	return name
}

// possessive is a name as whose something is: "Opposition's", "Nurses'".
func possessive(name string) string {
	if strings.HasSuffix(name, "s") && !strings.HasSuffix(name, "ss") {
		return name + "'"
	}
	return name + "'s"
}

// latest moves figure f to the end and returns its name.
func (c *cast) latest(f int) string {
	who := c.all[f]
	c.all = append(append(c.all[:f], c.all[f+1:]...), who)
	return who.name
}

// pronoun finds whom "he", "she", "it" or "they" stands for; -1 for none.
func (c *cast) pronoun(n noun) int {
	if len(n.words) != 1 {
		return -1
	}
	fits := map[string]func(figure) bool{
		"he":  func(f figure) bool { return (f.sort == somebody || f.sort == anybody) && f.she <= 0 },
		"she": func(f figure) bool { return (f.sort == somebody || f.sort == anybody) && f.she >= 0 },
		"it": func(f figure) bool {
			return f.sort == theHouse || f.sort == outlet || f.sort == anybody || f.mayBeHouse()
		},
		"they": func(f figure) bool { return f.sort == several },
		"who":  func(f figure) bool { return f.sort == somebody || f.sort == several },
	}[n.words[0]]
	if fits == nil {
		return -1
	}
	for i := len(c.all) - 1; i >= 0; i-- {
		if fits(c.all[i]) {
			return i
		}
	}
	if n.words[0] == "they" {
		return len(c.all) - 1
	}
	return -1
}

// known finds a figure that a shorter name or its role stands for: "Roe" of
// "Jane Roe", "the minister" of "the transport minister".
func (c *cast) known(n noun) int {
	words := bare(n.words)
	if len(words) == 0 {
		return -1
	}
	joined := strings.Join(words, " ")
	definite := n.words[0] == "the" || n.words[0] == "that" || len(words) < len(n.words) && n.words[0] != "a" && n.words[0] != "an"
	for i := len(c.all) - 1; i >= 0; i-- {
		f := c.all[i]
		switch {
		case joined == f.plain:
			return i
		case n.allProper() && within(words, f.words) && words[len(words)-1] == last(f.words):
			return i
		case definite && len(words) <= 2 && within(words, f.words) && last(words) == nounHead(f.words) && (isRole(last(words)) || isHouse(last(words))):
			return i
		}
	}
	if definite && len(words) == 1 && isHouse(words[0]) && genericHouse(words[0]) {
		for i := len(c.all) - 1; i >= 0; i-- {
			if c.all[i].sort == theHouse && !isHouse(last(c.all[i].words)) {
				return i
			}
		}
	}
	return -1
}

// genericHouse reports nouns that stand for a company named before.
func genericHouse(word string) bool {
	switch word {
	case "company", "firm", "group", "manufacturer", "maker", "carmaker", "automaker", "chipmaker", "drugmaker", "operator", "airline", "retailer", "bank", "lender", "club", "agency", "organisation", "organization", "insurer", "startup", "developer", "broadcaster", "utility":
		return true
	}
	return false
}
