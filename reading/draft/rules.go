package draft

// Rule is one of the rules by which drafts are made. Why of a draft names the
// ids that made it; those of a filter are why something is no draft.
type Rule struct{ ID, Kind, Says string }

// The kinds of rules, in the order in which they are used.
const (
	kindCue     = "cue"
	kindFilter  = "filter"
	kindSpeaker = "speaker"
	kindTime    = "time"
)

// Rules are all of them, by kind in the order of their use.
var Rules = [...]Rule{
	{"will", kindCue, "will, shall before a verb"},
	{"going-to", kindCue, "is going to"},
	{"is-to", kindCue, "is to, are to before a verb, unless the subject is an aim or a problem"},
	{"arranged", kindCue, "set to, due, scheduled, planned for, on track to, on the cards for, target date is"},
	{"expected", kindCue, "expected, forecast, projected to, confident that"},
	{"likely", kindCue, "likely, unlikely, bound, certain to"},
	{"heading-to", kindCue, "a heading that leaves out its verb: Bridge to open in May"},
	{"commits", kindCue, "pledges, promises, vows, threatens to"},
	{"plans", kindCue, "plans, aims, intends to; hopes, wants and seeks with a deadline or a speaker"},
	{"goal", kindCue, "our goal is to, has plans to"},
	{"agreed", kindCue, "agreed, decided to, with a deadline or a speaker"},
	{"rules-out", kindCue, "rules out, with a deadline or a speaker"},
	{"expects", kindCue, "somebody expects, predicts, forecasts; their guess, the outlook; what readers should expect"},
	{"chance", kindCue, "a chance, the odds that somebody puts on it; it is possible that; a fair bet"},
	{"ponders", kindCue, "is considering, with a deadline or a speaker"},
	{"could", kindCue, "could, may, might, with a deadline or a speaker"},
	{"would", kindCue, "would as the future of a report"},
	{"should", kindCue, "should of what is to be expected, not of what somebody ought to do"},
	{"timetable", kindCue, "a present tense with a date: opens on 5 May, elections are held on 9 May"},
	{"under-way", kindCue, "is leaving, with a date"},
	{"sets-day", kindCue, "sets a day for, called a march for Saturday"},
	{"absolute", kindCue, "with the seats to follow in the spring"},
	{"shared", kindCue, "what shares the verb before it and has a date of its own: starts on 4 May and ends on 20 May, the rest in June"},
	{"row", kindCue, "a line of a calendar: 5 May | Parliament votes"},
	{"pointed", kindCue, "what the second reader pointed at, and no other rule found"},

	{"headline", kindFilter, "a heading, where the text below spells it out"},
	{"question", kindFilter, "questions, asked outright or after whether"},
	{"in-condition", kindFilter, "what stands in a condition"},
	{"would-have", kindFilter, "what would have been"},
	{"past-expectation", kindFilter, "was expected, had planned, unless somebody says so now"},
	{"evaluation", kindFilter, "predicates that judge: would be a mistake"},
	{"opinion", kindFilter, "verbs that only state or wish: would like, will recall"},
	{"generic", kindFilter, "you and one, who are nobody"},
	{"procedure", kindFilter, "what a speaker says about the talk itself: I'll be brief"},
	{"proverb", kindFilter, "what is true at all times: boys will be boys"},
	{"unkept", kindFilter, "what the sentence itself says never came"},
	{"boilerplate", kindFilter, "what a page says about itself: subscriptions, forward-looking statements"},
	{"obligation", kindFilter, "should of what somebody ought to do"},
	{"law", kindFilter, "what a law says, without a day"},
	{"disclaimed", kindFilter, "rumours and speculation that"},
	{"refusal", kindFilter, "what somebody will not tell: would give no date, won't make promises"},
	{"elliptic", kindFilter, "a will whose verb stands elsewhere: as it said it would"},
	{"fiction", kindFilter, "what happens in a film or a book, or what legends and rumours have it"},
	{"relative", kindFilter, "what only describes a noun: a law that would ban; with will and a deadline it may stand"},
	{"unsupported", kindFilter, "could and its like without a deadline and a speaker"},
	{"over", kindFilter, "words whose only time was over before the article"},
	{"repeated", kindFilter, "what another draft of the article says more fully"},

	{"turn", kindSpeaker, "the name before the colon of a transcript"},
	{"quoted", kindSpeaker, "who is named beside the quotation"},
	{"signed", kindSpeaker, "who signs the quotation behind a dash"},
	{"goes-on", kindSpeaker, "who spoke in the quotation before"},
	{"said", kindSpeaker, "who is reported to have said it"},
	{"according", kindSpeaker, "according to whom"},
	{"cited", kindSpeaker, "whom the outlet that reports it cites"},
	{"pronoun", kindSpeaker, "whom he, she, it or the role stands for"},
	{"subject", kindSpeaker, "whose plan, promise or expectation it is"},
	{"house", kindSpeaker, "the house whose newsroom or press office the outlet is"},
	{"carried", kindSpeaker, "who was reported in the sentence before"},
	{"heading", kindSpeaker, "who stands before the colon of a heading"},
	{"byline", kindSpeaker, "the author of an article that says I, as its byline or the page names them"},
	{"outlet", kindSpeaker, "the outlet itself, where nobody is named"},

	{"dated", kindTime, "its words name a deadline"},
	{"again", kindTime, "a pledge reported again: ask when it was made"},
}
