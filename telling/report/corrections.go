package report

import (
	"fmt"

	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// OtherReadings are the other readings of a claim, each with the command that
// takes it.
func OtherReadings(v claims.View, lexicon *hedge.Lexicon) []string {
	var list []string
	for _, a := range v.Window.Alternatives {
		list = append(list, otherWindow(v, a, lexicon))
	}
	for _, s := range claims.Seconds(v.Claim, lexicon) {
		list = append(list, fmt.Sprintf("%s: tracker amend %d %s", s.Is, v.ID, s.Flags()))
	}
	return list
}

// otherWindow is another reading of the days. One that also turns the
// direction says so, unless its reason does.
func otherWindow(v claims.View, a deadline.Alternative, lexicon *hedge.Lexicon) string {
	days := Days(a.Earliest, a.Latest)
	if !claims.Turns(v.Claim, a, lexicon) {
		return fmt.Sprintf("%s (%s): tracker accept %d --window %s..%s", days, a.Why, v.ID, a.Earliest, a.Latest)
	}
	turn, why := claims.Turned(v.Claim, lexicon), a.Why
	if why != deadline.ThatItComes {
		why = turn.Is + " then: " + why
	}
	return fmt.Sprintf("%s (%s): tracker amend %d %s --window %s..%s", days, why, v.ID, turn.Flags(), a.Earliest, a.Latest)
}

// Corrections are commands that correct what a claim was taken to say. None
// of them has a word in it that would be kept when it is typed as it stands,
// and all of them change something.
func Corrections(v claims.View, lexicon *hedge.Lexicon) string {
	other, another := claims.Promise, claims.Plan
	switch v.Type {
	case claims.Promise:
		other = claims.Forecast
	case claims.Plan:
		another = claims.Forecast
	}
	return fmt.Sprintf("direction: tracker amend %[1]d %[2]s; type: tracker amend %[1]d --type %[3]s, or --type %[4]s; window: tracker amend %[1]d --by DATE; "+
		"confidence: tracker amend %[1]d --p P%%; words and condition: tracker amend %[1]d --edit; all of it: tracker undo",
		v.ID, claims.Turned(v.Claim, lexicon).Flags(), other, another)
}

// HindsightSentence says of a claim that was recorded when its outcome could
// be known that it was.
func HindsightSentence(v claims.View) string {
	if v.Hindsight {
		return " Recorded here when it could be known what came of it."
	}
	return ""
}
