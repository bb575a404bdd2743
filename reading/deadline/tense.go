package deadline

import "time"

// tense is what the verbs before a phrase say of its time.
type tense uint8

const (
	neutral tense = iota
	future
	past
)

// forwardWords are the words that turn what follows to the future.
const forwardWords = `will would shall should could might can must may cannot ll wo to expected expects expect scheduled
	schedules due set slated planned plans plan planning aims aim aiming hopes hope hoping intends intend intending promised
	promises promise vowed vows pledged pledges predicts predicted predict forecasts forecast forecasting threatened threatens
	threatening agreed agrees targets targeting targeted proposed proposes wants wanted seeks sought poised postponed delayed
	rescheduled extended deadline projected projects anticipates anticipated estimated estimates until likely unlikely payable
	ready going about believes believe think thinks see sees earmarked timed pencilled penciled moved pushed ordered gave given`

// backwardWords are the past tenses that do not end in -ed.
const backwardWords = `was were met told made went came began took held did had saw left fell rose won lost sent spoke wrote
	ran gave got found became brought built bought caught chose cost drew drove fought flew grew hit kept knew laid led
	lent meant paid read rode rang sang sank sold shot showed shut slept stood stole struck swore swept taught tore threw
	understood wore died been sat`

// scheduledWords are present tenses that the news uses of what is to come.
const scheduledWords = `begins starts opens ends expires takes comes goes meets faces votes returns arrives leaves closes
	kicks resumes launches lands travels hosts visits speaks testifies appears becomes finishes gathers convenes holds heads
	flies departs runs hits begin start open end expire meet vote return arrive leave close resume launch land travel lapses lapse matures mature reopens reopen reconvenes reconvene
	retires retire debuts debut premieres adjourned deferred`

// reportingWords are verbs whose own day is that of the statement.
const reportingWords = `said told announced added stated warned reported says wrote tweeted posted declared confirmed claimed
	argued insisted acknowledged suggested noted`

// notPastWords end in -ed and are no past tenses.
const notPastWords = `need speed feed indeed exceed proceed succeed hundred united armed red bed wed shed fed seed bleed breed
	limited advanced unprecedented so-called sacred naked embed dated unchanged
	unlimited undecided unopposed undefeated unscathed unrestricted unresolved unfinished unemployed unwanted unnamed unaffected unaltered`

// heard updates the tense by token i. A participle right after a word of the
// future belongs to it: "will be announced", "is expected to be finished".
func (p *parser) heard(i int) {
	t := p.at(i)
	switch {
	case t.kind == mark:
		if p.tense != neutral && (t.has(stop) || t.is(";")) && !p.at(i+1).glued {
			p.tense = neutral
		}
	case t.kind != plain && (t.caps || !t.among("may", "sat")):
	case p.contracted(i+1) && t.among("won", "wouldn", "couldn", "shouldn", "can", "needn"):
		p.tense, p.turned = future, i+2 // the t of "won't"
	case t.has(forward) && !(t.is("to") && p.at(i+1).kind != plain):
		p.tense, p.turned = future, i
	case t.has(scheduled):
		p.tense, p.turned = future, i
	case t.is("of") && p.at(i-1).among("goal", "target", "ambition", "aim", "hope", "hopes", "chance", "chances"):
		p.tense, p.turned = future, i
	case p.movedAt(i), t.among("ruled", "sworn") && p.at(i+1).among("out", "off"): // "has slipped to 2028", "has ruled out raising fares"
		p.tense, p.turned = future, i
	case t.among("is", "are", "be", "am", "has", "have"):
		if p.tense == past {
			p.tense = neutral
		}
	case t.among("back", "forward") && p.at(i-1).among("put", "brought"), // to another day
		t.is("ruled") && p.at(i+1).is("out"), t.among("refused", "declined") && p.at(i+1).is("to"), t.is("stopped") && p.at(i+1).is("short"): // of what is not to come
		p.tense, p.turned = future, i
	case t.is("headed") && p.at(i+1).among("for", "to", "toward", "towards") && p.tense != past && (i == 0 || p.at(i-1).kind == mark || p.at(i-1).among("is", "are", "be", "now", "still")):
		p.tense, p.turned = future, i // "headed for defeat"
	case t.has(backward) && p.at(i-1).among("is", "are") && !t.has(reporting) && !p.at(i+1).among("of", "by", "with"): // "that the hostages are freed this week"
	case t.is("got") && (p.at(i-1).possessive || p.at(i-1).among("has", "have")): // "he's got every chance"
		if p.tense == past {
			p.tense = neutral
		}
	case t.has(backward) && p.at(i-1).among("being", "get", "gets", "getting"):
	case t.has(backward) && p.at(i-1).among("as", "than"): // "not in June as hoped"
	case t.has(backward) && !p.at(i+1).is("if") && !p.supposed(i) && !p.adjective(i) && !p.at(i+1).is("by") && (p.tense != future || !p.belongs(i) && !p.goesOn(i)):
		p.tense = past
	}
}

// tenseFor is the tense of the phrase that ends before token i: of one that opens
// its sentence that of the verb it waits for, "By June, the firm will".
func (p *parser) tenseFor(i int) tense {
	if p.tense != neutral || p.from > 0 && !p.sentenceEnd(p.from-1) || !p.at(i).is(",") {
		return p.tense
	}
	for k := i + 1; k < i+12 && p.at(k).kind != mark; k++ {
		if p.at(k).among("will", "would", "shall", "could", "may", "might", "should") {
			return future
		}
	}
	return p.tense
}

// movedAt reports whether the verb at i moves a date to another.
func (p *parser) movedAt(i int) bool {
	return p.at(i).among("slipped", "slid", "shifted", "drifted", "bumped", "deferred") && p.at(i+1).among("to", "from", "into", "by", "back", "until") ||
		p.at(i).is("put") && p.at(i+1).is("off")
}

// supposed reports whether the past at i only supposes: "surprised if the talks
// collapsed this week", "once the roof has been secured".
func (p *parser) supposed(i int) bool {
	for k := i - 1; k >= max(0, i-8) && p.at(k).kind != mark; k-- {
		if p.at(k).is("if") || p.at(k).among("once", "when", "unless", "until", "provided") && p.at(i-1).among("been", "has", "have") {
			return true
		}
	}
	return false
}

// goesOn reports a verb at i, the same in both tenses, by which the future goes
// on: "will wind down and shut in June".
func (p *parser) goesOn(i int) bool {
	return p.at(i).among("shut", "hit", "cost", "read", "cut", "put") && p.at(i-1).among("and", "or", "then", "also")
}

// belongs reports whether the participle at i belongs to the last word of the
// future: "will be announced", but not "will appeal the ruling handed down".
func (p *parser) belongs(i int) bool {
	if i-p.turned <= 2 {
		return true
	}
	for k := i - 1; k > p.turned && i-p.turned <= 4; k-- {
		if p.at(k).among("be", "been", "being", "get", "have", "it", "them", "not", "never", "even", "also") {
			return true
		}
	}
	return false
}

// sentenceEnd reports whether token i closes a sentence.
func (p *parser) sentenceEnd(i int) bool {
	t := p.at(i)
	return t.has(stop) && !p.at(i+1).glued
}

// attributed returns the weekday on which the sentence at i says that it was
// spoken: the latest one on or before the statement day.
func (p *parser) attributed(i int) {
	p.anchor, p.base = p.said.On, p.said.On
	if !p.kinds.has(weekday) {
		return
	}
	for ; i < len(p.toks); i++ {
		if p.sentenceEnd(i) {
			return
		}
		j := p.over(i, "on")
		if k := i + 1; p.speaks(i) && p.spokenOn(p.over(k, "on")) {
			j = p.over(k, "on")
		} else if p.at(j).kind == weekday && p.toldAt(i) && p.spokenOn(j) {
		} else if p.at(j).kind != weekday || p.dateline(i) == 0 {
			continue
		}
		p.anchor = onOrAfter(p.said.On-6, time.Weekday(p.at(j).value))
		p.base = p.anchor
		return
	}
}

// dateline returns the index after a weekday or date that stands before the
// verb of what happened on it: "On Wednesday, the ministry said", "In March
// the firm cut 500 jobs", "the attack on Monday left".
func (p *parser) dateline(i int) int {
	j := p.skip(i, "on", "in")
	t := p.at(j)
	if t.kind != weekday && t.kind != month || t.plural || t.possessive || t.short && j == i {
		return 0
	}
	for j = p.dayPart(j + 1); p.at(j).digits > 0; j++ { // "March 5 2025"
	}
	if p.happened(j) {
		return j
	}
	opening := i == 0 || p.sentenceEnd(i-1)
	if !opening && !p.at(i-1).among("statement", "letter", "interview", "speech", "briefing", "filing", "report", "email", "memo", "speaking", "writing") {
		return 0
	}
	end := 0
	for k := p.over(j, ","); k < j+10; k++ {
		switch t := p.at(k); {
		case t.kind == mark:
			return end
		case t.has(reporting) && !p.at(k+1).is(","): // "On Friday, he announced, it will close" tells when it closes
			return j
		case t.is("to") && p.at(k+1).kind != plain: // "rose to 3%"
		case t.has(forward | scheduled), t.among("is", "are"):
			return 0
		case p.happened(k) && !p.adjective(k):
			end = j
		}
	}
	return end
}

// happened reports whether token i is a verb in the past, and neither begins
// a passive with its agent nor says what was to come.
func (p *parser) happened(i int) bool {
	t := p.at(i)
	if t.kind != plain || t.has(forward) || !t.has(backward) {
		return false
	}
	next := p.at(i + 1)
	if next.is("to") {
		return !t.among("was", "were", "had")
	}
	return !next.has(forward) && !next.among("by", "at", "for")
}

// adjective reports whether the participle at i describes what follows it.
func (p *parser) adjective(i int) bool {
	return p.at(i).hyphen || p.at(i-1).among("the", "a", "an", "its", "his", "their", "newly", "recently", "long")
}

// speaks reports whether token i is a verb of saying in the past, and not in
// "will be announced".
func (p *parser) speaks(i int) bool {
	if !p.at(i).has(reporting) {
		return false
	}
	for _, before := range [...]*token{p.at(i - 1), p.at(i - 2)} {
		if before.has(forward) && !before.is("going") || before.among("be", "been", "being", "is", "are") {
			return false
		}
	}
	return true
}

// toldAt reports whether what stands before token i is a verb of telling and to
// whom: "told reporters", "warned members of parliament".
func (p *parser) toldAt(i int) bool {
	for k := i - 1; k >= max(0, i-5) && p.at(k).kind == plain && !p.at(k).has(forward|leader); k-- {
		if p.at(k).among("told", "warned", "informed", "assured", "reminded") {
			return k < i-1 && (k == 0 || !p.at(k-1).has(forward) && !p.at(k-1).among("be", "been", "being"))
		}
	}
	return false
}

// spokenOn reports whether the weekday at i dates a verb of saying before it.
func (p *parser) spokenOn(i int) bool {
	return p.at(i).kind == weekday && !p.at(i).possessive && !p.at(i+1).among("is", "was", "will", "would", "could", "should", "may", "might")
}
