package clause

// family names a group of words that may speak of one event, so that "Elections
// will take place" is about "The vote is held"; 0 for none. Words are stems.
func family(stem string) int {
	switch stem {
	case "hold", "tak", "plac", "happen", "occur", "meet", "summit", "talk", "conferenc":
		return 1
	case "begin", "start", "launch", "open", "reopen", "commenc", "kick", "resum", "restart":
		return 2
	case "finish", "conclud", "expir", "stop", "complet", "over", "ceas", "clos":
		return 3
	case "fall", "drop", "declin", "decreas", "collaps", "slump", "sink", "slip", "fell", "slow", "eas":
		return 4
	case "rise", "ris", "increas", "grow", "climb", "jump", "gain", "rais", "hik", "double", "triple", "doubl":
		return 5
	case "resign", "quit", "leav", "step", "depart", "go", "exit", "oust", "remov", "replac", "withdraw":
		return 6
	case "sign", "agre", "agreement", "deal", "pact", "accord", "treaty":
		return 7
	case "truc", "ceasefir", "armistic":
		return 8
	case "win", "victory", "triumph", "champion", "titl", "beat", "defeat":
		return 9
	case "pass", "approv", "adopt", "enact", "law", "ratify", "ratification":
		return 10
	case "build", "construct", "rebuild", "erect":
		return 11
	case "fly", "liftoff", "airborn", "rocket":
		return 12
	case "cut", "reduc", "lower", "slash", "lowering":
		return 13
	case "publish", "releas", "report", "announc", "present", "unveil":
		return 14
	case "vot", "election", "elect", "poll", "ballot", "referendum":
		return 15
	case "deliver", "ship", "delivery", "shipment", "sell", "availabl", "mark", "hand", "store":
		return 16
	case "return", "play", "pitch", "back", "com":
		return 17
	case "bank", "fed", "ecb", "lender":
		return 18
	case "war", "fight", "conflict", "hostility", "invasion":
		return 19
	case "govern", "government", "coalition", "administration", "cabinet", "minister", "chancellor":
		return 20
	case "court", "judg", "rul", "verdict", "judgment", "judgement", "trial":
		return 21
	case "bankrupt", "bankruptcy", "insolvent", "insolvency", "default":
		return 22
	case "list", "shar", "stock", "float", "offer", "ipo":
		return 23
	}
	return 0
}
