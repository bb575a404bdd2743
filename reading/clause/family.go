package clause

// family names the groups of words that may speak of one event, a bit for each,
// so that "Elections will take place" is about "The vote is held"; 0 for none.
// Words are stems.
func family(stem string) uint32 {
	switch stem {
	case "hold", "tak", "plac", "happen", "occur", "meet", "summit", "talk", "conferenc":
		return 1 << 1
	case "launch":
		return 1<<2 | 1<<12
	case "begin", "start", "open", "reopen", "commenc", "kick", "resum", "restart":
		return 1 << 2
	case "complet", "finish":
		return 1<<3 | 1<<11
	case "conclud", "expir", "stop", "over", "ceas", "clos":
		return 1 << 3
	case "fall", "drop", "declin", "decreas", "collaps", "slump", "sink", "slip", "fell", "slow", "eas":
		return 1 << 4
	case "rise", "ris", "increas", "grow", "climb", "jump", "gain", "rais", "hik", "double", "triple", "doubl":
		return 1 << 5
	case "resign", "quit", "leav", "step", "depart", "go", "exit", "oust", "remov", "replac", "withdraw":
		return 1 << 6
	case "sign", "agre", "agreement", "deal", "pact", "accord", "treaty":
		return 1 << 7
	case "truc", "ceasefir", "armistic":
		return 1 << 8
	case "win", "victory", "triumph", "champion", "titl", "beat", "defeat":
		return 1 << 9
	case "pass", "approv", "adopt", "enact", "law", "ratify", "ratification":
		return 1 << 10
	case "build", "construct", "rebuild", "erect":
		return 1 << 11
	case "fly", "liftoff", "airborn", "rocket":
		return 1 << 12
	case "cut", "reduc", "lower", "slash", "lowering":
		return 1 << 13
	case "publish", "releas", "report", "announc", "present", "unveil":
		return 1 << 14
	case "vot", "election", "elect", "poll", "ballot", "referendum":
		return 1 << 15
	case "deliver", "ship", "delivery", "shipment", "sell", "availabl", "mark", "hand", "store":
		return 1 << 16
	case "return", "play", "pitch", "back", "com":
		return 1 << 17
	case "bank", "fed", "ecb", "lender":
		return 1 << 18
	case "war", "fight", "conflict", "hostility", "invasion":
		return 1 << 19
	case "govern", "government", "coalition", "administration", "cabinet", "minister", "chancellor":
		return 1 << 20
	case "court", "judg", "rul", "verdict", "judgment", "judgement", "trial":
		return 1 << 21
	case "bankrupt", "bankruptcy", "insolvent", "insolvency", "default":
		return 1 << 22
	case "list", "shar", "stock", "float", "offer", "ipo":
		return 1 << 23
	}
	return 0
}
