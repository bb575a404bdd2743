package clause

// senses are sets of verbs, each beside its opposite.
type senses uint32

const (
	lasting senses = 1 << iota
	ending
	opening
	closing
	playing
	missing
	winning
	losing
	passing
	rejecting
	succeeding
	failing
	rising
	falling
	freeing
	jailing
	allowing
	banning
	improving
	worsening
	timely
	late
	happening
	cancelled
)

// opposite turns every sense into its neighbour.
func opposite(s senses) senses { return s&0x55555555<<1 | s&0xaaaaaaaa>>1 }

// senseOf is what a verb tells by itself, 0 for most.
func senseOf(word string) senses {
	switch Stem(word) {
	case "last", "surviv", "remain", "stay", "continu", "endur", "persist", "cling", "freez", "frozen", "unchang", "unchanged", "steady",
		"keep", "retain", "maintain", "preserv", "liv", "flat", "intact", "renew", "prolong", "extend":
		return lasting
	case "uphold", "upheld":
		return lasting | passing
	case "end", "stop", "finish", "conclud", "expir", "resign", "quit", "exit", "oust", "depart", "leav", "dissolv", "ceas", "break", "crumbl", "disband", "split",
		"retir", "abdicat", "sack", "fir", "dismiss", "replac", "scrap", "abolish", "ax", "repeal", "remov", "lift", "abandon", "ditch", "revok", "evict", "toppl", "di", "perish",
		"withdraw", "evacuat", "demolish", "dismantl", "disappear", "vanish", "liquidat", "laps", "discontinu", "impeach", "sell":
		return ending
	case "collaps", "fall", "crash", "relegat", "relegated":
		return ending | falling
	case "open", "reopen", "resum", "restart":
		return opening
	case "clos", "shut", "suspend", "ground", "shutter", "mothbal":
		return closing | ending
	case "play", "return", "back", "attend", "participat", "compet", "join", "enter", "featur":
		return playing
	case "miss":
		return missing | failing
	case "sidelin", "skip", "boycot", "shun", "absent", "forgo", "snub":
		return missing
	case "succeed", "qualify", "advanc", "promot", "reach", "attain", "achiev":
		return succeeding
	case "undershoot", "fail", "eliminat", "flop", "founder", "stal", "stall", "stumbl":
		return failing
	case "win", "prevail", "beat", "triumph":
		return winning
	case "los":
		return losing
	case "defeat":
		return losing | rejecting
	case "pass", "approv", "adopt", "ratify", "confirm", "accept", "endors", "support", "embrac", "grant", "sign":
		return passing
	case "withhold", "withheld", "reject", "veto", "spurn", "rebuf", "oppos", "block":
		return rejecting
	}
	return senseOfChange(word)
}

// senseOfChange is senseOf for what becomes more or less, better or worse.
func senseOfChange(word string) senses {
	switch Stem(word) {
	case "rise", "ris", "increas", "climb", "rais", "hik", "grow", "surg", "soar", "jump", "rebound", "rally", "expand", "double", "doubl", "tripl", "accelerat", "gain":
		return rising
	case "drop", "declin", "decreas", "cut", "lower", "reduc", "shrink", "slump", "plung", "plummet", "slash", "contract", "dip", "sink", "halv", "tumbl", "trim", "decelerat":
		return falling
	case "fre", "freed", "releas", "acquit", "pardon":
		return freeing
	case "custody", "detention", "jail", "convict", "imprison", "detain", "sentenc", "arrest":
		return jailing
	case "allow", "permit", "legalis", "legaliz":
		return allowing
	case "ban", "bann", "prohibit", "outlaw", "forbid", "criminalis", "criminaliz":
		return banning
	case "improv", "strengthen", "recover", "appreciat":
		return improving
	case "worsen", "deteriorat", "weaken", "depreciat":
		return worsening
	case "punctual":
		return timely
	case "proceed", "happen", "occur":
		return happening
	case "cancel", "cancell", "axe":
		return cancelled | ending
	case "lat", "overrun":
		return late
	}
	return 0
}

// isNounToo reports verbs that stand as nouns or adjectives as often, so that
// the word before them has to show what they are.
func isNounToo(word string) bool {
	switch word {
	case "contract", "free", "support", "grant", "gain", "gains", "double", "release", "arrest", "sentence", "block", "ban", "defeat", "live", "ground", "split", "last", "late":
		return true
	}
	return false
}

// phrasal is the sense of a verb together with the word that goes with it.
func phrasal(verb, next, after string) senses {
	switch next {
	case "on", "out", "away", "down", "up", "through", "off", "by", "with", "to", "home", "anywhere", "schedule", "time", "ahead", "forward", "against", "for", "put", "term", "place", "short", "fire", "pat", "tight", "charge", "office", "power", "post":
	default:
		return 0
	}
	switch Stem(verb) + " " + next {
	case "carry on", "hang on", "soldier on", "battl on", "fight on", "liv on", "stay on", "hold on", "keep on", "hold out", "stick out", "rid out", "serv out", "se out", "last out",
		"drag on", "grind on", "rumbl on", "limp on", "rag on", "wear on", "stretch on", "hold fire", "hold pat", "hold tight", "stand pat", "in charge", "in office", "in power", "in post",
		"stay up", "pull through", "com through", "muddl through", "stick to", "stick with", "stand by", "cling to", "cling on", "stay put":
		return lasting
	case "go on":
		if after == "sale" || after == "strike" || after == "display" || after == "trial" || after == "air" || after == "to" {
			return 0
		}
		return lasting
	case "step down", "stand down", "wind down", "walk away", "walk out", "phas out", "di out", "mov out", "break up", "split up", "pack up", "wind up", "giv up", "go anywhere":
		return ending
	case "shut down", "clos down":
		return closing | ending
	case "stay away", "keep away", "stay out", "sit out", "keep out", "opt out", "stay home":
		return missing
	case "pull out", "drop out", "back out":
		return missing | ending
	case "bow out", "crash out", "knock out", "go out", "vot out":
		return failing | losing | ending
	case "turn down", "vot down", "vot against", "throw out", "thrown out":
		return rejecting
	case "strik down", "struck down":
		return rejecting | ending
	case "vot for":
		return passing
	case "go ahead", "go forward", "press ahead", "tak place":
		return happening
	case "call off", "put off":
		return cancelled
	case "full term":
		return lasting
	case "go down", "com down", "bring down", "brought down":
		return falling | ending
	case "go up":
		return rising
	case "scrap through", "squeak through", "squeez through", "sail through":
		return winning | passing | succeeding
	case "go through", "get through":
		return passing | succeeding
	case "se off", "fight off", "fend off":
		return winning | lasting
	case "fall short", "com short", "fell short":
		return failing
	case "show up", "turn up":
		return playing
	case "on schedule", "on time":
		return timely
	case "behind schedule":
		return late
	}
	return 0
}
