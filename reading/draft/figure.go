package draft

import (
	"strings"
)

// figure is somebody, or a body, that an article names.
type figure struct {
	name  string
	plain string   // the name in small letters, bare
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

func newFigure(n noun) figure {
	f := figure{name: properName(n), words: bare(n.words)}
	f.plain = plainName(f.name)
	head := n.head()
	switch {
	case isPlural(head) || isGroups(head) || n.words[0] == "two" || n.words[0] == "three" || n.words[0] == "several":
		f.sort = several
	case isRole(head) && !isHouse(head):
		f.sort = somebody
	case isOutlet(head):
		f.sort = outlet
	case n.words[0] == "the" && !isHouse(head):
		f.sort = anybody
	case isHouse(head), len(n.words) == 1 && isUpper(f.name):
		f.sort = theHouse
	case isShare(head) || isCount(head):
		f.sort = several
	case len(bare(n.words)) == 1 && n.caps[len(n.caps)-1] && !isVague(n.words[0]) && n.words[0] != "ours" && n.words[0] != "mine" && n.words[0] != "theirs" && n.words[0] != "others" && n.words[0] != "another":
		f.sort = theHouse // "Acme"
	}
	f.she = gender(n.words)
	return f
}

// isEither reports roles that a firm has more often than a person.
func isEither(word string) bool {
	switch word {
	case "contractor", "developer", "supplier", "promoter", "shipper", "brewer", "haulier", "miller", "subcontractor", "vendor", "distributor", "importer", "exporter", "employer", "publisher", "forecaster", "bookmaker", "insurer", "pollster":
		return true
	}
	return false
}

// isGroups reports nouns for several bodies: "groups", "unions".
func isGroups(word string) bool {
	switch word {
	case "groups", "unions", "parties", "companies", "firms", "banks", "councils", "airlines", "charities", "associations", "agencies", "governments", "ministries", "clubs", "authorities", "operators", "carriers", "retailers", "insurers":
		return true
	}
	return false
}

// mayBeHouse reports somebody by a role that firms have too: "the owner", "the
// contractor".
func (f figure) mayBeHouse() bool {
	head := nounHead(f.words)
	return f.sort == somebody && f.she == 0 && (isEither(head) || head == "owner") && !isProper(f.name)
}

// isProper reports a name of several words with capitals.
func isProper(name string) bool {
	words := strings.Fields(name)
	return len(words) > 1 && capital(words[len(words)-1])
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

// kindOf is what sort of speaker a name is, as far as the article shows.
func (p *page) kindOf(name string) string {
	switch name {
	case p.Source:
		return "outlet"
	case unnamed:
		return "anonymous"
	}
	for _, f := range p.cast.all {
		if f.name != name {
			continue
		}
		switch {
		case f.sort == several && isAnonymous(nounHead(f.words)), f.sort == somebody && isAnonymous(nounHead(f.words)):
			return "anonymous"
		case isDocument(nounHead(f.words)) && !isProper(f.name):
			return "anonymous"
		case f.sort == outlet:
			return "outlet"
		case f.sort == theHouse, isGroups(nounHead(f.words)), f.she == 0 && isEither(nounHead(f.words)) && !isProper(f.name):
			return "institution"
		}
	}
	return "person"
}
