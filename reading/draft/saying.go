package draft

// isSaying reports verbs by which somebody is reported to speak.
func isSaying(word string) bool {
	switch word {
	case "said", "says", "say", "saying", "told", "tells", "telling", "added", "adds", "announced", "announces", "announce", "warned", "warns", "warn", "confirmed", "confirms", "insisted", "insists", "stressed", "stresses", "explained", "explains", "claimed", "claims", "wrote", "writes", "tweeted", "posted", "stated", "states",
		"argued", "argues", "noted", "notes", "suggested", "suggests", "declared", "declares", "reiterated", "reiterates", "repeated", "repeats", "maintained", "maintains", "acknowledged", "admitted", "admits", "conceded", "concedes", "replied", "responded", "continued", "concluded", "disclosed", "revealed", "reveals", "reported", "reports", "recalled", "signalled", "signaled", "signals", "indicated", "indicates", "hinted", "hints", "quipped", "joked", "asserted", "asserts", "cautioned", "cautions", "remarked", "commented", "contended", "affirmed", "denied", "denies", "assured", "assures", "pointed", "called", "informed", "advised", "briefed", "estimated", "calculated", "concludes", "answered", "informs":
		return true
	}
	return false
}

// isTagVerb reports verbs that stand after what was said, and only there make
// it a report: "…, the organisers pledged".
func isTagVerb(word string) bool {
	switch word {
	case "shows", "show", "showed", "promised", "pledged", "vowed", "predicted", "predicts", "forecast", "forecasts", "expects", "believes", "thinks", "reckons", "hopes", "hoped", "estimates", "projected", "projects", "guessed", "promises", "pledges", "vows", "expected", "reckon", "think", "believe", "expect", "predict", "hope", "agreed", "threatened", "guaranteed", "shrugged", "ruled", "decided", "sighed", "laughed", "promise", "fear", "fears", "feared", "assure", "assures", "assured", "swear", "swears", "swore":
		return true
	}
	return false
}

// isBelieving reports verbs by which somebody holds what is to come; they are
// cues by themselves.
func isBelieving(word string) bool {
	switch word {
	case "expects", "expect", "expected", "predicts", "predict", "predicted", "forecasts", "forecast", "forecasted", "anticipates", "anticipate", "anticipated", "believes", "believe", "believed", "thinks", "think", "thought", "reckons", "reckon", "reckoned", "estimates", "estimate", "projects", "project", "projected", "doubts", "doubt", "doubted", "hopes", "hope", "hoped", "fears", "fear", "feared", "sees", "see", "foresees", "foresee", "envisages", "envisage", "assumes", "bets", "guarantees", "guaranteed", "guarantee":
		return true
	}
	return false
}

// isCommitting reports verbs by which somebody binds or sets themselves.
func isCommitting(word string) bool {
	switch word {
	case "pledged", "pledges", "pledge", "promised", "promises", "promise", "vowed", "vows", "vow", "swore", "swears", "swear", "undertook", "undertakes", "undertaken", "committed", "commits", "threatened", "threatens", "threaten",
		"plans", "plan", "planned", "planning", "aims", "aim", "aimed", "aiming", "intends", "intend", "intended", "intending", "targets", "targeting", "targeted", "agreed", "agrees", "decided", "decides", "resolved", "proposes", "proposed", "wants", "seeks", "prepares", "preparing", "offered", "offers", "refuses", "refused", "opted", "voted":
		return true
	}
	return false
}
