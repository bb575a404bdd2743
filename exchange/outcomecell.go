package exchange

import (
	"fmt"
	"strings"

	"tracker/claims"
)

// Basis says what the outcome of a line is about.
type Basis string

const (
	OfEvent    Basis = ""         // whether it happened
	OfPromise  Basis = "promise"  // whether the claim was kept
	OfForecast Basis = "forecast" // whether the claim was right
)

// outcomeWord is what a word for an outcome says.
type outcomeWord struct {
	outcome claims.Outcome // "" for no verdict
	reason  string
	basis   Basis
}

// outcomeWords are the words for outcomes, in small letters; docs/format.md
// has the same table.
var outcomeWords = []struct {
	says  outcomeWord
	words []string
}{
	{outcomeWord{outcome: claims.Yes}, []string{"yes", "y", "true", "1", "100%", "happened", "it happened", "came true", "occurred", "resolved yes", "ja", "passiert", "eingetreten", "✓", "✔", "✅", "☑"}},
	{outcomeWord{outcome: claims.No}, []string{"no", "n", "false", "0", "0%", "did not happen", "didn't happen", "has not happened", "not happened", "did not occur", "never happened", "resolved no", "nein", "nicht eingetreten", "nicht eingetroffen", "nicht passiert", "✗", "✘", "❌", "✖"}},
	{outcomeWord{outcome: claims.Yes, basis: OfPromise}, []string{"kept", "promise kept", "fulfilled", "delivered", "met", "achieved", "done", "gehalten", "erfüllt", "success", "successful"}},
	{outcomeWord{outcome: claims.No, basis: OfPromise}, []string{"broken", "promise broken", "not kept", "missed", "not met", "not fulfilled", "failed", "gebrochen", "nicht gehalten", "nicht erfüllt", "failure", "not delivered", "undelivered", "unfulfilled", "not achieved", "not done", "unmet", "nicht eingehalten"}},
	{outcomeWord{outcome: claims.Yes, basis: OfForecast}, []string{"right", "correct", "accurate", "was right", "hit", "richtig", "korrekt", "wahr", "eingetroffen"}},
	{outcomeWord{outcome: claims.No, basis: OfForecast}, []string{"wrong", "incorrect", "inaccurate", "not correct", "not right", "was wrong", "miss", "falsch", "untrue", "not true", "pants on fire"}},
	{outcomeWord{outcome: claims.Partial}, []string{"partial", "partly", "partially", "in part", "compromise", "partly kept", "partially kept", "kept in part", "half true", "mixed", "in teilen", "teilweise", "zum teil", "half-true", "half right", "partly true", "partially true", "partly false", "partially false", "partly right", "partially right", "partly correct", "partially correct", "partly delivered", "partially delivered", "partly fulfilled", "partially fulfilled", "partly met", "partially met", "partly achieved", "partially achieved", "mixture", "teilweise wahr", "teilweise erfüllt"}},
	{outcomeWord{outcome: claims.Unclear, reason: "underspecified"}, []string{"unclear", "ambiguous", "disputed", "undecidable", "unresolvable", "cannot tell", "unklar"}},
	{outcomeWord{outcome: claims.Void, reason: "premise-overturned"}, []string{"void", "annulled", "cancelled", "canceled", "voided", "invalid", "cancel", "ungültig", "entfallen"}},
	{outcomeWord{}, []string{"", "pending", "open", "tbd", "tba", "n/a", "na", "-", "–", "—", "?", "unknown", "unresolved", "not resolved", "not yet", "too early", "too early to tell", "ongoing", "in progress", "in the works", "stalled", "not yet rated", "waiting", "none", "due", "active", "upcoming", "undecided", "offen", "noch offen", "ausstehend", "unbekannt", "läuft", "not rated", "unrated", "tbc", "to be confirmed", "to be determined", "on track", "off track", "delayed", "not started", "under way", "underway", "waiting for", "not due", "not due yet", "in arbeit"}},
}

// readOutcome reads a word for an outcome, in any case; only N/A and n/a
// differ: sites of forecasts write N/A for a question that was annulled.
func readOutcome(text string) (outcomeWord, error) {
	text = strings.TrimSpace(text)
	if text == "N/A" {
		return outcomeWord{outcome: claims.Void, reason: "premise-overturned"}, nil
	}
	word := strings.ToLower(strings.Trim(strings.Join(strings.Fields(text), " "), ".! "))
	word = strings.NewReplacer("’", "'", "\ufe0f", "").Replace(word)
	for _, o := range outcomeWords {
		for _, w := range o.words {
			if w == word {
				return o.says, nil
			}
		}
	}
	if x, ok := bareNumber(word); ok {
		switch x {
		case 1:
			return outcomeWord{outcome: claims.Yes}, nil
		case 0:
			return outcomeWord{outcome: claims.No}, nil
		}
	}
	return outcomeWord{}, fmt.Errorf("%.60q is no outcome that is known: write yes, no, partial, unclear or void, kept or broken, right or wrong, or leave it empty", text)
}
