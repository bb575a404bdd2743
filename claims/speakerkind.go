package claims

import (
	"slices"
	"strings"
	"sync"
	"unicode"
)

// kindWords are the words of a name that say what sort of speaker it is. A name
// is read by its head: "Bank economist" is a person, "Bank of England" an
// institution.
type kindWords struct {
	personHeads, outletHeads, outletNames, institutions, anonymous, anonymousHeads map[string]bool
}

var wordsOfKinds = sync.OnceValue(func() kindWords {
	return kindWords{
		personHeads: wordSet(`analyst ambassador aide adviser advisor attorney baron captain ceo chair chairman chairwoman chancellor chief
			coach colonel columnist commentator commissioner count countess deputy director doctor dr economist editor engineer envoy expert
			forecaster general governor head historian judge king lawyer leader lieutenant lord mayor member minister mp negotiator owner
			pilot player pollster pope premier president prince princess professor prof prosecutor pundit queen rabbi reporter researcher
			scientist secretary sen senator sir speaker spokesman spokesperson spokeswoman strategist striker trader whip writer
			accountant activist administrator admiral architect archivist artist astronaut auditor banker bishop boss broker buyer campaigner
			candidate chairperson chemist clerk climatologist commander comptroller conductor consultant convener convenor coroner correspondent
			councillor councilor counsel counsellor critic curator dean delegate demographer designer diplomat ecologist employee farmer fireman
			firefighter founder gardener geologist goalkeeper harbourmaster headmaster headteacher hydrologist inspector investor keeper lawmaker
			lecturer librarian manager marshal mediator meteorologist moderator nurse officer ombudsman organiser organizer physicist pilot planner
			policeman principal programmer provost ranger rector representative sergeant sheriff skipper statistician steward superintendent
			supervisor surgeon surveyor teacher technician trainer treasurer trustee veterinarian veteran virologist volunteer warden worker`),
		outletHeads: wordSet(`blog broadcaster broadcasting bulletin channel chronicle courier dispatch echo enquirer examiner express gazette
			globe herald inquirer journal ledger magazine mail mirror monitor news newsletter newspaper newsroom newswire observer paper
			podcast post press radio record review standard star sun telegraph television times tribune tv weekly wire`),
		outletNames: wordSet(`afp aljazeera ap bbc bild cbs cnn dpa guardian lemonde msnbc nbc npr nyt pbs politico reuters rfe tass
			spiegel talkradio`),
		institutions: wordSet(`academy administration agency airline airlines airport alliance army assembly association authority bank
			board bureau cabinet center centre chamber charity church city club college commission committee company confederation conference
			congress consortium cooperative corp corporation council county court department directorate district embassy exchange executive
			factory federation firm force foundation fund government group guild headquarters holding hospital house inc industries institute
			institution kremlin laboratory league legislature ltd ministry mission museum nations navy network observatory office operator
			organisation organization parliament partners party plc police prefecture presidency railway railways regulator reserve school
			secretariat senate service services society staff state studio studios syndicate system team theatre treasury tribunal trust union
			university utility works gmbh ag llc arena bakery bookmaker brand brewer brewery builder carmaker chain cinema cinemas clinic
			developer distillery factories gallery grid hotel inquiry insurer label lender library line lines maker manufacturer mill mine museums
			opera orchestra parish plant port producer publisher refinery resort retailer shipbuilder shipyard smelter startup steelmaker
			store stores supermarket supplier watchdog zoo`),
		anonymous:      wordSet(`anonymous unnamed undisclosed`),
		anonymousHeads: wordSet(`insider insiders official officials source sources`),
	}
})

func wordSet(list string) map[string]bool {
	set := map[string]bool{}
	for w := range strings.FieldsSeq(list) {
		set[w] = true
	}
	return set
}

// KindOf reads what sort of speaker a name is about, "" when its words do not
// say: then it is most likely a person's name.
func KindOf(name string) SpeakerKind {
	name, _, _ = strings.Cut(name, "(")
	words := strings.FieldsFunc(name, func(r rune) bool { return !unicode.IsLetter(r) && r != '.' && r != '&' })
	if len(words) == 0 {
		return ""
	}
	folded := make([]string, len(words))
	for i, w := range words {
		folded[i] = strings.ReplaceAll(Fold(w), ".", "")
	}
	head, named := headOf(folded)
	k := wordsOfKinds()
	holds := func(set map[string]bool) bool {
		return slices.ContainsFunc(folded, func(w string) bool { return set[w] })
	}
	switch {
	case holds(k.anonymous) || k.anonymousHeads[head] || folded[0] == "people" || head == "reports":
		return Anonymous
	case head == "executive" && named > 0 && slices.Contains([]string{"chief", "senior", "deputy", "managing"}, folded[named-1]):
		return Person
	case k.personHeads[head] || k.personHeads[folded[0]] && !k.institutions[head] && !k.outletHeads[head]:
		return Person
	case k.outletNames[folded[0]] && named == len(words)-1, k.outletNames[head], k.outletHeads[head] && len(words) > 1,
		folded[0] == "daily", folded[0] == "newsroom", folded[0] == "news" && len(words) > 1 && named == len(words)-1, domain(name):
		return Outlet
	case holds(k.institutions), acronym(words):
		return Institution
	}
	return ""
}

// headOf returns the word that a name is about, and its place: the last one
// before "of", "for" and the like.
func headOf(words []string) (string, int) {
	end := len(words)
	for i, w := range words {
		if i > 0 && slices.Contains([]string{"of", "for", "at", "in", "on", "from", "to", "with", "and", "familiar", "close"}, w) {
			end = i
			break
		}
	}
	return words[end-1], end - 1
}

// domain reports whether a name is an address like example.org.
func domain(name string) bool {
	name = strings.TrimSpace(name)
	i := strings.LastIndexByte(name, '.')
	return i > 2 && len(name)-i > 2 && !strings.ContainsAny(name, " ,")
}

// acronym reports whether a name is one word of two to six capitals: NATO.
func acronym(words []string) bool {
	if len(words) == 2 && Fold(words[0]) == "the" {
		words = words[1:]
	}
	n := len([]rune(words[0]))
	return len(words) == 1 && n >= 2 && n <= 6 && strings.ToUpper(words[0]) == words[0] && strings.ToLower(words[0]) != words[0]
}
