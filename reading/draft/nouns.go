package draft

import "strings"

// isRole reports nouns for somebody who speaks.
func isRole(word string) bool {
	switch strings.TrimSuffix(strings.TrimSuffix(word, "'"), "s") {
	case "minister", "premier", "president", "chancellor", "secretary", "governor", "mayor", "spokesman", "spokeswoman", "spokesperson", "spokesmen", "chairman", "chairwoman", "chair", "chief", "executive", "director", "manager", "head", "leader",
		"official", "aide", "adviser", "advisor", "ambassador", "envoy", "diplomat", "negotiator", "commissioner", "senator", "lawmaker", "councillor", "councilor", "deputy", "mp", "judge", "prosecutor", "lawyer", "attorney", "analyst", "economist", "strategist",
		"forecaster", "expert", "researcher", "scientist", "professor", "historian", "engineer", "doctor", "surgeon", "general", "admiral", "colonel", "captain", "commander", "officer", "coach", "trainer", "player", "striker", "goalkeeper", "king", "queen", "prince", "princess",
		"pope", "bishop", "owner", "founder", "boss", "ceo", "cfo", "coo", "editor", "author", "writer", "columnist", "commentator", "pundit", "reporter", "correspondent", "critic", "activist", "campaigner", "farmer", "trader", "investor", "broker", "banker", "resident", "organiser", "organizer",
		"source", "insider", "observer", "candidate", "opponent", "member", "delegate", "representative", "treasurer", "superintendent", "inspector", "sheriff", "harbourmaster", "curator", "conductor", "headteacher", "principal", "rector", "dean", "vice-chancellor", "meteorologist", "hydrologist", "geologist",
		"seismologist", "epidemiologist", "virologist", "planner", "surveyor", "developer", "contractor", "pilot", "driver", "astronaut", "skipper", "manageress", "landlord", "shopkeeper", "teacher", "nurse", "midwife", "union leader", "steward", "volunteer", "veteran", "host", "presenter", "moderator", "anchor", "physicist", "biologist", "ecologist", "pollster", "bookmaker",
		"people", "person", "man", "woman", "producer", "artist", "singer", "actor", "designer", "architect", "operator's", "chairperson", "ranger", "warden", "auditor", "comptroller", "actuary", "rapporteur", "speaker", "convener", "convenor", "whip", "ombudsman", "watchdog's", "lecturer", "demographer", "climatologist", "glaciologist", "forester", "agronomist", "vet", "veterinarian", "counsel", "trustee", "supporter", "fan", "predecessor", "successor", "champion", "sprinter", "rider", "runner", "swimmer", "rancher", "grower", "winner", "haulier", "agent", "chemist", "brewer", "winemaker", "shipper", "consultant", "mediator", "partner", "winegrower", "miller", "fisherman", "fishermen", "climber", "consumer", "customer", "passenger", "parent", "pupil", "student", "patient", "worker", "employer", "employee", "regular", "innkeeper", "organisers", "friend", "colleague", "rival", "specialist", "archaeologist", "astronomer", "keeper", "buyer", "seller", "lead", "backer", "promoter", "plaintiff", "defendant", "voter":
		return true
	}
	return hasRoleEnding(strings.TrimSuffix(strings.TrimSuffix(word, "'"), "s"))
}

// hasRoleEnding reports the endings of nouns for people: "alderwoman",
// "counsellor", "librarian".
func hasRoleEnding(word string) bool {
	for _, end := range [...]string{"woman", "women", "person", "ologist", "ographer", "icist", "rian", "ician", "ellor", "llor", "mistress", "smith", "wright", "eer", "writer", "keeper", "yst", "omist", "alist", "onist"} {
		if strings.HasSuffix(word, end) && len(word) > len(end)+1 && word != "catalyst" {
			return true
		}
	}
	return strings.HasSuffix(word, "man") && len(word) > 5 && word != "german" && word != "roman" && word != "human" && word != "ottoman" || strings.HasSuffix(word, "men") && len(word) > 6 && !strings.HasSuffix(word, "imen")
}

// isHouse reports nouns for bodies that speak with one voice.
func isHouse(word string) bool {
	w := word
	if strings.HasSuffix(w, "ies") {
		w = strings.TrimSuffix(w, "ies") + "y"
	}
	switch strings.TrimSuffix(w, "s") {
	case "ministry", "government", "administration", "cabinet", "parliament", "senate", "congress", "council", "commission", "committee", "court", "tribunal", "party", "coalition", "opposition", "union", "federation", "association", "alliance", "league", "club", "team", "company", "firm", "group", "corporation", "maker", "carmaker", "automaker", "chipmaker", "drugmaker", "manufacturer",
		"operator", "airline", "railway", "utility", "bank", "lender", "fund", "agency", "authority", "regulator", "watchdog", "bureau", "office", "department", "institute", "university", "school", "hospital", "museum", "theatre", "theater", "police", "army", "navy", "force", "kremlin", "pentagon", "treasury", "house", "embassy", "delegation", "board", "service", "centre", "center", "observatory",
		"organisation", "organization", "society", "foundation", "charity", "trust", "church", "city", "town", "county", "state", "province", "municipality", "port", "airport", "harbour", "retailer", "supermarket", "brewery", "developer", "builder", "shipyard", "publisher", "studio", "broadcaster", "startup", "insurer", "developers", "consortium", "chamber", "cooperative", "academy", "laborator", "laboratory", "mission", "secretariat", "fed", "ecb", "nato", "un", "eu", "imf", "fifa", "uefa", "nasa", "opec",
		"campaign", "chain", "conglomerate", "label", "exchange", "watchdogs", "network", "provider", "brand", "district", "parish", "borough", "prefecture", "assembly", "presidency", "monarchy", "palace", "diocese", "institution", "bloc", "think-tank", "tank", "survey", "panel", "watch", "forecaster", "works", "staff", "management", "library", "orchestra", "choir", "gallery", "zoo", "hotel", "shop", "restaurant", "factory", "farm", "brewer", "workshop", "lobby", "syndicate", "commune", "canton", "ministries", "carrier", "shipper", "insurers", "newsroom", "cathedral", "archive", "cinema", "opera", "ballet", "garage", "foundry", "refinery", "smelter", "bakery", "vineyard", "estate":
		return true
	}
	return false
}

// isOutlet reports nouns for those who only pass on what others say.
func isOutlet(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "newspaper", "paper", "magazine", "broadcaster", "agency", "newswire", "television", "tv", "radio", "channel", "website", "site", "media", "report", "bulletin", "journal", "daily", "weekly", "tabloid", "newsletter", "podcast", "station", "outlet", "press", "reuters", "afp", "ap", "tass", "bloomberg", "bbc", "cnn", "dpa", "xinhua", "interfax", "news", "times", "herald", "gazette", "tribune", "observer", "courier":
		return true
	}
	return false
}

// isField reports words that stand before a role: "the deputy transport minister".
func isField(word string) bool {
	switch word {
	case "prime", "deputy", "vice", "acting", "former", "foreign", "finance", "transport", "health", "defence", "defense", "interior", "energy", "economy", "economic", "trade", "justice", "education", "environment", "housing", "agriculture", "labour", "labor", "home", "chief", "senior", "junior", "press", "general", "executive", "managing", "first", "second", "national", "regional", "local", "central", "security", "union", "party", "club", "team", "port", "harbour", "school", "city", "state", "interim", "lead", "principal", "head", "military", "police", "fire", "weather", "climate", "market", "industry", "bank", "company", "project", "group", "culture", "sports", "water", "rail", "planning", "budget", "treasury", "presidential", "government", "ministry", "council", "opposition", "mr", "mrs", "ms", "dr", "prof", "sir", "dame", "lord", "lady":
		return true
	}
	return false
}

// isAnonymous reports nouns for somebody who is not named.
func isAnonymous(word string) bool {
	switch strings.TrimSuffix(word, "s") {
	case "official", "source", "insider", "aide", "people", "person", "diplomat":
		return true
	}
	return false
}

// isPlural reports nouns for several who speak.
func isPlural(word string) bool {
	return strings.HasSuffix(word, "s") && !strings.HasSuffix(word, "ss") && isRole(word) || word == "people" || word == "media" || word == "police"
}
