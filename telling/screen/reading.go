package screen

import (
	"cmp"
	"fmt"

	"tracker/calendar"
	"tracker/clean"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/telling/report"
)

// Reading explains one reading in a block.
func (sc *Screen) Reading(r deadline.Reading, said calendar.Day) {
	sc.Printf("%s\n", clean.Line(cmp.Or(r.Phrase, "no deadline found")))
	sc.Line("said", report.Day(said))
	if r.Refused != "" {
		sc.Line("refused", r.Refused)
		return
	}
	if r.Class == deadline.ClassNone {
		sc.Line("window", "none: the words set no deadline")
	} else {
		sc.Line("window", report.Days(r.Earliest, r.Latest))
	}
	if r.Remark != "" {
		sc.Line("remark", r.Remark)
	}
	sc.Line("class", string(r.Class)+", relation "+string(r.Relation)+", granularity "+string(r.Granularity))
	sc.Line("rule", report.RuleLine(r.Rule))
	if g := deadline.Grace(r.Relation, r.Granularity); g > 0 {
		sc.Line("grace", report.Count(g, "day")+" on both sides")
	}
	for _, a := range r.Alternatives {
		sc.Line("or", report.Days(a.Earliest, a.Latest)+": "+a.Why)
	}
	sc.Line("instead", "tracker add … --by DATE or --window A..B settles the days")
}

// Hedge explains what a lexicon reads in words; found is what it finds in
// them with a negation around it.
func (sc *Screen) Hedge(words string, r, found hedge.Reading, lexicon *hedge.Lexicon) {
	sc.Printf("%s\n", clean.Line(cmp.Or(r.Words, words)))
	if r.P == nil {
		sc.Line("number", "none")
	} else {
		sc.Line("number", fmt.Sprintf("%s, range %s to %s", report.Percent(*r.P), report.Percent(*r.Low), report.Percent(*r.High)))
	}
	if found.WillNot {
		sc.Line("logged", fmt.Sprintf("with polarity will-not, and the hedge without its negation: %q", found.Words))
	}
	sc.Line("side", string(r.Side))
	sc.Line("kind", string(r.Kind))
	sc.Line("source", r.Source)
	sc.Line("lexicon", lexicon.Name())
	sc.Line("instead", "tracker add … --p P,LOW,HIGH settles the numbers")
}
