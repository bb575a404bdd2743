package deadline

import "slices"

// eventNouns head the names of events that deadlines hang on.
var eventNouns = []string{"election", "elections", "midterm", "midterms", "summit", "inauguration", "vote", "votes", "voting",

	"referendum", "ceasefire", "talks", "negotiations", "meeting", "conference", "olympics", "games", "cup", "hearing",
	"hearings", "trial", "verdict", "sentencing", "primary", "primaries", "convention", "congress", "runoff", "debate", "budget",
	"tournament", "festival", "war", "launch", "deadline", "ultimatum", "truce", "visit", "trip", "session", "recess", "holidays",
	"polls", "ballot", "census", "strike", "merger", "ipo", "deal",
	"signing", "ceremony", "wedding", "coronation", "expiry", "expiration", "handover", "transition", "term", "season", "kickoff",
	"championship", "championships", "finals", "playoffs", "assembly", "confirmation", "testimony", "ruling", "decision",
	"announcement", "review", "release", "opening", "closing", "completion", "ratification", "withdrawal", "invasion", "pandemic",
	"offensive", "call", "interview", "speech", "address", "anniversary", "graduation", "harvest", "shutdown", "landing", "liftoff",
	"flight", "eclipse", "break", "thaw", "monsoon", "exams", "lockdown", "vacation", "semester", "lifetime", "impeachment", "hostilities",
	"conflict", "agreement", "accord", "treaty", "resolution", "presidency", "campaign", "race", "caucus", "caucuses", "window", "statement", "timetable"}

// doings begin an event that is told by a verb.
var doings = []string{"taking", "returning", "entering", "leaving", "assuming", "being", "becoming", "winning", "signing",

	"receiving", "completion", "approval", "ratification", "publication", "passage", "enactment", "delivery", "launch", "signature"}

// agentive are participles after which "by" tells who or what did it:
// "followed by talks".
var agentive = []string{"followed", "preceded", "marked", "overshadowed", "triggered", "caused", "sparked", "prompted", "threatened",

	"hit", "disrupted", "backed", "led", "driven", "dominated", "boosted", "affected", "decided", "bound", "approved", "supported"}

// longestEvent is how many words the name of an event may have.
const longestEvent = 6

// event reads an event after a relation: "before the midterms", "after the
// vote", "in the first 100 days". It takes a noun that it knows as an event's,
// or any name that the book has a date for.
func (p *parser) event(l lead, i int) (period, int) {
	if d, j := p.hundredDays(i); j > 0 {
		return d, j
	}
	if k := p.seq(i, "the", "time", "of"); k > 0 {
		i = k
	}
	i = p.skip(i, "the", "a", "an", "his", "her", "their", "its", "our", "this", "any", "these")
	if k := p.skip(i, "next", "upcoming", "coming"); k > i {
		if end := p.inOffice(k); end > 0 && l.rel != "" { // the book dates this parliament, not the next
			return period{gran: Day, class: ClassEvent, rule: "event"}, end
		}
		i = k
	}
	if l.rel == "" && p.from > 0 {
		return period{}, 0
	}
	if day, j := p.booked(i); j > 0 {
		return period{first: day, last: day, gran: Day, class: ClassEvent, rule: "event"}, j
	}
	if end := p.inOffice(i); end > 0 && l.rel != "" && l.word != "of" {
		return period{gran: Day, class: ClassEvent, rule: "event"}, end
	}
	if l.rel == "" || l.rel == On || l.rel == In || l.rel == Earliest || l.rel == Within && !p.at(i).is("lifetime") {
		return period{}, 0
	}
	if p.at(p.from).is("by") && p.at(p.from-1).among(agentive...) {
		return period{}, 0
	}
	if d, j := p.onDay(l, i); j > 0 {
		return d, j
	}
	undated := period{gran: Day, class: ClassEvent, rule: "event"}
	if p.at(i).among(doings...) {
		end := i + 1
		for end < i+longestEvent && (p.nameWord(end) || p.at(end).is("to") && p.nameWord(end+1)) {
			end++
		}
		return undated, end
	}
	end := 0
	for j := i; j < i+longestEvent && p.nameWord(j); j++ {
		if slices.Contains(eventNouns, p.at(j).word) {
			end = j + 1
		}
	}
	if end == 0 {
		return period{}, 0
	}
	return undated, end
}

// onDay reads the day that an event or clause after before or after has with
// it: "before the vote on 12 May", "before MPs break up on 22 July".
func (p *parser) onDay(l lead, i int) (period, int) {
	if l.rel != Before && l.rel != After || p.preceded(4, "appear", "appears", "testify", "testifies", "speak", "speaks", "stand", "stands",
		"go", "goes", "come", "comes", "plead", "argue", "brought") { // before a court, not before a day
		return period{}, 0
	}
	for j := i; j <= i+longestEvent; j++ {
		if p.at(j).is("on") && j > i {
			return p.onDate(j)
		}
		if !p.nameWord(j) || p.at(j).among("in", "at", "from", "until", "before", "after") {
			return period{}, 0
		}
	}
	return period{}, 0
}

// inOffice returns the index after a term of office or a session: "my first
// term", "this parliament", "her first year in office".
func (p *parser) inOffice(i int) int {
	if k := p.seq(i, "end", "of"); k > 0 {
		i = p.skip(k, "the", "this", "his", "her", "their", "its", "my", "our")
	}
	before := p.at(i - 1)
	if !before.among("my", "his", "her", "their", "its", "our", "this", "next") && !(before.is("the") && p.at(i-2).is("of")) && p.at(i).kind != ordinal && !p.at(i).among("current", "last") {
		return 0
	}
	for j := i; j < i+longestEvent && p.nameWord(j); j++ {
		if p.at(j).among("term", "parliament", "legislature", "mandate", "tenure", "presidency", "administration", "premiership") ||
			p.at(j).is("office") && p.at(j-1).is("in") {
			return j + 1
		}
	}
	return 0
}

// nameWord reports whether token i may stand in the name of an event.
func (p *parser) nameWord(i int) bool {
	t := p.at(i)
	return t.kind != mark && t.word != "" && !t.among("and", "or", "but", "that", "which", "who", "is", "are", "was", "were",
		"will", "would", "could", "should", "may", "might", "he", "she", "it", "they", "if", "unless", "said", "says", "by", "on", "to", "for")
}
