package screen

import (
	"fmt"

	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/telling/report"
)

// Understood prints back in one sentence what a claim was taken to say, then
// its other readings and how to correct it.
func (s *Screen) Understood(done string, v claims.View, lexicon *hedge.Lexicon, remarks []string) {
	s.Sayf("%s %d: %s", done, v.ID, v.Statement)
	s.Told("", report.Understood(v)+report.HindsightSentence(v))
	for _, or := range report.OtherReadings(v, lexicon) {
		s.Told("or", or)
	}
	for _, r := range remarks {
		s.Told("note", r)
	}
	s.Told("note", report.Unscored(v.Claim))
	if v.Criterion == "" {
		s.Told("note", fmt.Sprintf("how would a stranger decide it? tracker amend %d --edit has a line for the criterion", v.ID))
	}
	s.Told("wrong?", report.Corrections(v, lexicon))
}
