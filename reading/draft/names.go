package draft

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"tracker/reading/clause"
)

// cast is who has been named in an article so far, the latest last, so that
// "she", "the minister" and "Roe" find the name they stand for.
type cast struct{ all []figure }

// mostFigures is how many are remembered; whoever was named longest ago is
// forgotten.
const mostFigures = 48

// figure is somebody, or a body, that an article names.
type figure struct {
	name  string
	words []string // of name and title, in small letters
	sort  figureSort
	she   int8 // 1 she, -1 he, 0 unknown
}

type figureSort uint8

const (
	somebody figureSort = iota
	theHouse
	several
	outlet
	anybody // the noun does not say
)

// noun is the words from to to-1 of a text as a noun: the text itself, and its
// words in small letters.
type noun struct {
	text  string
	words []string
	caps  []bool
}

func nounOf(t *clause.Text, from, to int) noun {
	var n noun
	for i := from; i < to; i++ {
		n.words = append(n.words, t.Word(i))
		n.caps = append(n.caps, t.Words[i].Capital)
	}
	if from < to {
		n.text = strings.Join(strings.Fields(strings.Trim(t.Source[t.Words[from].Start:t.Words[to-1].End], "\"“”‘’'«» ")), " ")
	}
	return n
}

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
			return capitalised(w), true
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
	}
	if len(c.all) == mostFigures {
		c.all = c.all[1:]
	}
	c.all = append(c.all, f)
	return f.name, false
}

// owned is "its leader" with whose: "Leader of the opposition party".
func (c *cast) owned(n noun, name string) string {
	rest := strings.TrimSpace(n.text[len(strings.Fields(n.text)[0]):])
	if (n.words[0] == "its" || n.words[0] == "their") && isRole(n.head()) {
		for i := len(c.all) - 1; i >= 0; i-- {
			if f := c.all[i]; f.sort == theHouse || f.sort == outlet {
				return capitalised(rest) + " of " + f.name
			}
		}
	}
	return name
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
		"he":   func(f figure) bool { return (f.sort == somebody || f.sort == anybody) && f.she <= 0 },
		"she":  func(f figure) bool { return (f.sort == somebody || f.sort == anybody) && f.she >= 0 },
		"it":   func(f figure) bool { return f.sort == theHouse || f.sort == outlet || f.sort == anybody },
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
	definite := n.words[0] == "the" || n.words[0] == "that" || len(words) < len(n.words) && n.words[0] != "a" && n.words[0] != "an"
	for i := len(c.all) - 1; i >= 0; i-- {
		f := c.all[i]
		switch {
		case strings.Join(words, " ") == strings.Join(bare(strings.Fields(strings.ToLower(f.name))), " "):
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

func (n noun) allProper() bool {
	if !n.caps[len(n.caps)-1] {
		return false
	}
	for i := range n.words {
		if !n.caps[i] && !isField(n.words[i]) {
			return false
		}
	}
	return true
}

func last(words []string) string {
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

// within reports whether every word stands among others.
func within(words, others []string) bool {
	for _, w := range words {
		found := false
		for _, o := range others {
			found = found || w == o
		}
		if !found {
			return false
		}
	}
	return true
}

// bare is words without what says nothing of who is meant.
func bare(words []string) []string {
	var kept []string
	for _, w := range words {
		switch w {
		case "the", "a", "an", "mr", "mrs", "ms", "dr", "sir", "'s":
		default:
			kept = append(kept, w)
		}
	}
	return kept
}

func newFigure(n noun) figure {
	f := figure{name: properName(n), words: bare(n.words)}
	head := n.head()
	switch {
	case isPlural(head) || n.words[0] == "two" || n.words[0] == "three" || n.words[0] == "several":
		f.sort = several
	case isRole(head) && !isHouse(head):
		f.sort = somebody
	case isOutlet(head):
		f.sort = outlet
	case n.words[0] == "the" && !isHouse(head):
		f.sort = anybody
	case isHouse(head), len(n.words) == 1 && isUpper(f.name):
		f.sort = theHouse
	case len(bare(n.words)) == 1 && n.caps[len(n.caps)-1]:
		f.sort = theHouse // "Acme"
	}
	f.she = gender(n.words)
	return f
}

// head is the word that a noun is about: the last before "of", "for", "at".
func (n noun) head() string {
	for i, w := range n.words {
		if i > 0 && (w == "of" || w == "for" || w == "at" || w == "in" || w == "with" || w == "from" || w == "close" || w == "familiar" || w == "on" || w == "to") {
			return n.words[i-1]
		}
	}
	return last(n.words)
}

// genderOf is what a pronoun tells of whom it stands for.
func genderOf(pronoun string) int8 {
	switch pronoun {
	case "she":
		return 1
	case "he":
		return -1
	}
	return 0
}

func gender(words []string) int8 {
	for _, w := range words {
		switch w {
		case "mrs", "ms", "dame", "lady", "queen", "princess", "spokeswoman", "chairwoman", "businesswoman", "woman", "actress", "policewoman", "congresswoman", "midwife":
			return 1
		case "mr", "sir", "lord", "king", "prince", "spokesman", "chairman", "businessman", "man", "actor", "policeman", "congressman", "pope":
			return -1
		}
	}
	return 0
}

func isUpper(s string) bool { return s == strings.ToUpper(s) && len(s) > 1 }

// properName is a noun as a speaker's name: of "transport minister Jane Roe"
// only the name, of "a spokesman for the port" the role with a capital.
func properName(n noun) string {
	fields := strings.Fields(n.text)
	if len(fields) == 0 {
		return ""
	}
	if i := nameStart(fields); i > 0 {
		end := i
		for end < len(fields) && (capital(fields[end]) || isParticle(fields[end])) {
			end++
		}
		return strings.TrimSuffix(strings.Join(fields[i:end], " "), ",")
	}
	if w := strings.ToLower(fields[0]); len(fields) > 1 && (w == "a" || w == "an" || w == "the" && !capital(fields[1])) {
		fields = fields[1:]
	}
	return capitalised(strings.TrimSuffix(strings.Join(fields, " "), ","))
}

// nameStart is where a person's name begins after their title, "Secretary of
// State Lena Ortiz", "analyst Jo Park of Delta Research"; 0 for none.
func nameStart(fields []string) int {
	role := -1
	for i, w := range fields {
		lower := strings.ToLower(strings.Trim(w, ".,"))
		switch {
		case isRole(lower), lower == "mr", lower == "mrs", lower == "ms", lower == "dr", lower == "sir":
			role = i
		case (lower == "of" || lower == "for") && role == i-1 && i+3 < len(fields) && isOffice(fields[i+1]) && capital(fields[i+2]) && capital(fields[i+3]):
			role = i + 1 // of State
		case role >= 0 && i > role && !capital(w):
			return started(fields, role, i)
		}
	}
	return started(fields, role, len(fields))
}

// started is where the name after the title that ends at role begins, when words
// with capitals stand there up to end.
func started(fields []string, role, end int) int {
	if role < 0 || role+1 >= end {
		return 0
	}
	for _, w := range fields[role+1 : end] {
		if !capital(w) && !isParticle(w) || strings.HasSuffix(w, "'s") || strings.HasSuffix(w, "’s") {
			return 0
		}
	}
	if end < len(fields) && end-role < 3 && !isTitle(fields[role]) {
		return 0 // "spokesman Bell of"
	}
	return role + 1
}

// isOffice reports what follows "of" in a title before a name: "Secretary of
// State Lena Ortiz".
func isOffice(word string) bool {
	switch strings.ToLower(word) {
	case "state", "defense", "defence", "treasury", "commerce", "energy", "labor", "labour", "education", "justice", "transportation", "transport", "interior", "agriculture", "health", "staff", "finance", "trade":
		return true
	}
	return false
}

func isParticle(word string) bool {
	switch word {
	case "de", "von", "van", "al", "bin", "der", "la", "le", "di", "da":
		return true
	}
	return false
}

func isTitle(word string) bool {
	switch strings.ToLower(strings.Trim(word, ".")) {
	case "mr", "mrs", "ms", "dr", "sir":
		return true
	}
	return false
}

func capital(word string) bool {
	r, _ := utf8.DecodeRuneInString(strings.TrimLeft(word, "\"“‘'("))
	return unicode.IsUpper(r)
}

func capitalised(s string) string {
	r, size := utf8.DecodeRuneInString(s)
	if size == 0 {
		return s
	}
	return string(unicode.ToUpper(r)) + s[size:]
}
