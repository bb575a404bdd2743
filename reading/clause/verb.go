package clause

import "strings"

// IsModal reports verbs that put another into the future or leave it open.
func IsModal(word string) bool {
	switch word {
	case "will", "would", "shall", "should", "could", "may", "might", "can", "must":
		return true
	}
	return false
}

// modalAt reports whether word i is such a verb, and not the month or the name
// of "in May" and "for Will".
func (t *Text) modalAt(i int) bool {
	return IsModal(t.Word(i)) && !(i > 0 && t.Words[i].Capital && !IsMark(t.Word(i-1)))
}

// IsAuxiliary reports the forms of be, have and do.
func IsAuxiliary(word string) bool {
	switch word {
	case "is", "are", "am", "was", "were", "be", "been", "has", "have", "had", "do", "does", "did":
		return true
	}
	return false
}

// IsVerb reports the plain forms of verbs that news uses of coming events.
func IsVerb(word string) bool {
	switch word {
	case "abolish", "accept", "achieve", "act", "add", "address", "adopt", "agree", "aim", "allow", "announce", "appeal", "appear", "apply", "approve", "arrive", "ask", "attack", "attend",
		"back", "ban", "be", "become", "begin", "block", "boost", "break", "bring", "build", "buy", "call", "cancel", "carry", "cause", "change", "close", "come", "complete", "conclude", "consider", "continue", "cost", "create", "cross", "cut",
		"decide", "declare", "decline", "default", "delay", "deliver", "depart", "deploy", "develop", "discuss", "do", "double", "draw", "drop", "ease", "elect", "emerge", "enact", "end", "enter", "eradicate", "exceed", "expand", "expect", "expire", "extend",
		"face", "fail", "fall", "file", "finish", "fix", "fly", "follow", "force", "gain", "get", "give", "go", "grow", "halve", "happen", "have", "head", "hear", "help", "hire", "hit", "hold", "hope", "host",
		"impose", "improve", "include", "increase", "intend", "introduce", "invade", "invest", "issue", "join", "keep", "know", "land", "last", "launch", "lead", "leave", "lift", "list", "lose", "lower",
		"make", "mark", "mean", "meet", "merge", "miss", "move", "need", "negotiate", "offer", "open", "order", "pass", "pause", "pay", "plan", "plant", "pledge", "play", "power", "present", "press", "produce", "promise", "propose", "protect", "publish", "pull", "push", "put",
		"quit", "raise", "ratify", "reach", "receive", "recover", "reduce", "reform", "reject", "release", "remain", "remove", "renew", "reopen", "repeal", "replace", "report", "require", "resign", "restore", "resume", "retire", "return", "reveal", "rise", "roll", "rule", "run",
		"say", "scrap", "see", "seek", "sell", "send", "set", "ship", "shrink", "shut", "sign", "slow", "speak", "spend", "split", "stagnate", "stand", "start", "stay", "step", "stop", "strike", "submit", "succeed", "suffer", "sue", "supply", "support", "survive", "suspend",
		"take", "talk", "test", "top", "travel", "trigger", "triple", "try", "turn", "unveil", "use", "visit", "vote", "vow", "walk", "want", "welcome", "win", "withdraw", "work",
		"acquit", "arrest", "avoid", "beat", "boycott", "burn", "celebrate", "climb", "collapse", "compete", "confirm", "convict", "defeat", "defend", "demolish", "deny", "dismiss", "dissolve", "ditch", "erupt", "escape", "evacuate", "exit", "explode", "feature", "fire", "freeze", "hike", "impeach", "implode", "jail", "kill", "legalise", "occur", "oust", "participate", "peak", "perform", "permit", "persist", "postpone", "prevail", "prevent", "promote", "qualify", "quash", "reappear", "rebuild", "recall", "reconvene", "refuse", "relaunch", "relegate", "rename", "reply", "rescue", "retain", "revive", "sack", "scrape", "shelve", "sink", "skip", "slide", "slip", "slump", "soar", "strengthen", "surge", "surrender", "swap", "tighten", "topple", "trail", "transfer", "undergo", "unite", "upgrade", "veto", "weaken", "worsen", "abdicate", "advance", "ail", "bail", "bounce", "crash", "crush", "debut", "dip", "drift", "edge", "evaporate", "exclude", "fade", "flood", "float", "hover", "inch", "intervene", "invite", "legalize", "lapse", "loosen", "melt", "nationalise", "oppose", "overtake", "overturn", "plummet", "plunge", "prosecute", "protest", "rally", "rebound", "reappoint", "recapture", "recede", "record", "redesign", "reelect", "refund", "regain", "register", "reinstate", "relax", "relocate", "renovate", "retake", "retreat", "revert", "sail", "sanction", "seize", "settle", "stall", "stabilise", "stumble", "switch", "tick", "tumble", "vanish", "withhold", "widen":
		return true
	}
	return false
}

// IsPast reports past tenses and participles.
func IsPast(word string) bool {
	switch word {
	case "was", "were", "did", "came", "went", "made", "got", "took", "gave", "said", "saw", "met", "told", "left", "won", "lost", "held", "found", "fell", "rose", "knew",
		"built", "sent", "sold", "bought", "brought", "paid", "kept", "done", "begun", "taken", "given", "gone", "struck", "thrown", "overthrown", "upheld", "drawn", "grown", "sunk", "caught", "sworn", "frozen", "beaten", "stolen", "written", "broken", "chosen", "flown", "spent", "become", "withdrawn", "driven":
		return true
	}
	return strings.HasSuffix(word, "ed") && !strings.HasSuffix(word, "eed")
}

// IsPronoun reports pronouns that are a subject by themselves.
func IsPronoun(word string) bool {
	switch word {
	case "i", "we", "you", "he", "she", "it", "they", "there", "this", "that", "everyone", "everybody", "nobody", "nothing":
		return true
	}
	return false
}

// IsDeterminer reports words that begin a noun.
func IsDeterminer(word string) bool {
	switch word {
	case "the", "a", "an", "this", "that", "these", "those", "his", "her", "its", "their", "our", "my", "your", "any", "some", "no", "another", "each", "every", "both", "all":
		return true
	}
	return false
}

// IsMark reports the end of the text and the marks that end a clause.
func IsMark(word string) bool {
	switch word {
	case "", ",", ";", ":", ".", "!", "?", "(", ")", "—":
		return true
	}
	return false
}

func isStop(word string) bool { return word == "." || word == "!" || word == "?" }

func isRelative(word string) bool {
	return word == "which" || word == "who" || word == "whom" || word == "whose" || word == "where"
}

// present reports a verb in the third person: "resumes", "passes", "carries".
func present(word string) bool {
	base, ok := strings.CutSuffix(word, "s")
	if !ok {
		return false
	}
	if IsVerb(base) {
		return true
	}
	if stem, ok := strings.CutSuffix(base, "e"); ok && IsVerb(stem) {
		return true
	}
	stem, ok := strings.CutSuffix(base, "ie")
	return ok && IsVerb(stem+"y")
}

// isVerbAt reports whether a verb stands at i, or after one adverb.
func (t *Text) isVerbAt(i int) bool {
	w := t.Word(i)
	if strings.HasSuffix(w, "ly") || w == "then" || w == "also" || w == "not" || w == "so" {
		w = t.Word(i + 1)
	}
	return IsVerb(w) || present(w) || IsPast(w) || IsModal(w) && (w != "may" && w != "will" || w == "will" && t.willAt(i))
}

// willAt reports whether the "will" at i is the verb: "but will not sell".
func (t *Text) willAt(i int) bool {
	next := t.Word(i + 1)
	return t.Word(i) == "will" && !t.Words[i].Capital && (next == "not" || next == "be" || next == "now" || next == "also" || next == "still" || next == "then" || IsVerb(next) || strings.HasSuffix(next, "ly"))
}

// predicateAt reports whether what begins at i has a verb of its own before
// the next mark or connective: "list in October", "the rest will follow".
func (t *Text) predicateAt(i int) bool {
	if t.isVerbAt(i) {
		return true
	}
	for j := i; !IsMark(t.Word(j)) && t.Word(j) != "and" && t.Word(j) != "but"; j++ {
		switch w := t.Word(j); {
		case t.modalAt(j), IsAuxiliary(w) && w != "be" && w != "been", j == i+1 && IsPronoun(t.Word(i)):
			return true
		case present(w) && j > i:
			return true
		}
	}
	return false
}

// finite reports whether a clause with a verb begins at i.
func (t *Text) finite(i int) bool {
	for ; !IsMark(t.Word(i)); i++ {
		if w := t.Word(i); t.modalAt(i) || IsAuxiliary(w) || IsPast(w) || present(w) || IsVerb(w) {
			return true
		}
	}
	return false
}

// Finite reports whether a verb that only can be one stands among the words from
// i to the next mark: "no deal means war", but not "no increase this year".
func (t *Text) Finite(i int) bool {
	for ; !IsMark(t.Word(i)); i++ {
		if w := t.Word(i); t.modalAt(i) || IsAuxiliary(w) || w == "'s" || present(w) || w == "means" {
			return true
		}
	}
	return false
}

// sentenceAt reports whether a subject and a verb of the future or of being
// begin at i: "the vote will be held".
func (t *Text) sentenceAt(i int) bool {
	if !IsDeterminer(t.Word(i)) && !IsPronoun(t.Word(i)) || t.Word(i) == "that" && (IsDeterminer(t.Word(i+1)) || IsPronoun(t.Word(i+1)) || t.Word(i+1) == "much") {
		return false // "that much is certain"
	}
	for j := i + 1; !IsMark(t.Word(j)) && j < i+8; j++ {
		if w := t.Word(j); t.modalAt(j) || w == "is" || w == "are" || t.Words[j].Contracted {
			return true
		}
	}
	return false
}

// isAfterthought reports words that add to the main clause after a comma.
func isAfterthought(word string) bool {
	switch word {
	case "perhaps", "possibly", "maybe", "probably", "likely", "hopefully":
		return true
	}
	return false
}

// isAdding reports verbs by which somebody who has spoken goes on: "…, adding
// that the rest would follow".
func isAdding(word string) bool {
	switch word {
	case "adding", "saying", "noting", "warning", "stressing", "insisting", "arguing", "predicting", "promising", "vowing", "pledging", "claiming", "explaining", "stating", "suggesting", "indicating", "signalling", "signaling":
		return true
	}
	return false
}

// IsVerbal reports a word that may be a verb in any form.
func IsVerbal(word string) bool {
	return word == "'s" || IsModal(word) || IsAuxiliary(word) || IsVerb(word) || IsPast(word) || present(word)
}
