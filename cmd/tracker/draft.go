package main

import (
	"fmt"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/completion"
	"tracker/reading/date"
)

// draftFlags are the flags that say what a claim is; add and amend share
// them.
type draftFlags struct{ claims.Form }

func (f *draftFlags) register(e *env, cmd *cobra.Command) {
	f.Given = cmd.Flags().Changed
	f.Dates = func(lean date.Lean) date.Options { return e.Dates(lean) } // after the settings are read
	s := cmd.Flags()
	s.StringVar(&f.Speaker, "speaker", "", "the `NAME` of who said it")
	s.StringVar(&f.Kind, "kind", "", "`KIND` of speaker: person, institution, outlet, anonymous")
	s.StringVar(&f.Said, "said", "", "`DATE` or instant of the statement")
	s.StringVar(&f.Quote, "quote", "", "the `WORDS`, verbatim")
	s.StringVar(&f.Phrase, "deadline", "", "the `PHRASE` of the deadline, such as \"next week\"")
	s.StringVar(&f.By, "by", "", "the last `DATE`, given by hand")
	s.StringVar(&f.Window, "window", "", "the window `A..B`, given by hand")
	s.IntVar(&f.Grace, "grace", 0, "`DAYS` of grace on both sides of the window")
	s.BoolVar(&f.Accept, "accept", false, "accept the end of a vague window or a lower bound")
	s.StringVar(&f.Hedge, "hedge", "", "the `WORDS` of confidence, such as could")
	s.StringVar(&f.P, "p", "", "the probability `P[,LOW,HIGH]` of the words, such as 70% or 0.7,0.6,0.8")
	s.StringVar(&f.Type, "type", "", "`TYPE`: promise, plan or forecast (default: as the words say)")
	s.StringVar(&f.WordsBy, "words-by", "", "`WHOSE` words the quote is: speaker or report (default speaker)")
	s.BoolVar(&f.Will, "will", false, "the speaker says that it will happen")
	s.BoolVar(&f.WillNot, "will-not", false, "the speaker says that it will not happen")
	s.StringVar(&f.Condition, "if", "", "the `CONDITION` the speaker made")
	s.StringVar(&f.Event, "event", "", "the `EVENT` that claims are compared on")
	s.StringVar(&f.Criterion, "criterion", "", "`TEXT`: how a stranger would decide it")
	s.StringArrayVar(&f.Tags, "tag", nil, "a `TAG`; may be repeated")
	s.StringVar(&f.Baseline, "baseline", "", "the probability `P` an informed outsider would have given")
	s.StringVar(&f.Source, "source", "", "the `OUTLET` that carried it")
	s.StringVar(&f.URL, "url", "", "`URL` where the source has it")
	s.StringVar(&f.Title, "title", "", "the `TITLE` there")
	s.StringVar(&f.Published, "published", "", "`DATE` of publication")
	s.StringVar(&f.Archive, "archive", "", "`URL` of an archived copy")
	s.StringVar(&f.Origin, "origin", "", "attribution: the `NAME` it comes from first")
	s.StringVar(&f.Relay, "relay", "", "attribution: the `NAME` of the agency, spokesman or state media it came through")
	s.StringVar(&f.Publisher, "publisher", "", "attribution: the `NAME` of who published it")
	s.StringVar(&f.Notes, "notes", "", "`TEXT` of your own")
	s.StringVar(&f.Key, "key", "", "`KEY`: your own name for the claim, unique in the book")
	s.StringVar(&f.Language, "language", "", "language `TAG` of the statement")
	s.BoolVar(&f.Fold, "fold", false, "of a local time that came twice, the later")
	s.BoolVar(&f.Force, "force", false, "log a statement dated in the future, and record that")
	exclusive(cmd, "deadline", "by", "window")
	exclusive(cmd, "will", "will-not")
	completion.Fixed(cmd, "type", "promise", "plan", "forecast")
	completion.Fixed(cmd, "words-by", "speaker", "report")
	completion.Fixed(cmd, "kind", "person", "institution", "outlet", "anonymous")
	for flag, complete := range map[string]completion.Completer{"speaker": e.offers().Names("speaker"), "source": e.offers().Names("source"),
		"event": e.offers().Names("event"), "tag": e.offers().Names("tag"), "relay": e.offers().Names("source")} {
		cmd.RegisterFlagCompletionFunc(flag, complete)
	}
}

// unturned remarks on a --will that leaves a claim saying no, because its words
// of confidence do; who gave these as well knows.
func (f *draftFlags) unturned(c claims.Claim, r *claims.Reader) []string {
	if !f.Given("will") || f.Given("hedge") || c.Polarity == claims.WillNot || !claims.Denies(c, r.Hedges) {
		return nil
	}
	return []string{fmt.Sprintf("%q denies it whatever --will says; that it will happen is tracker amend %d %s",
		clean.Line(c.Hedge.Words), c.ID, claims.Turned(c, r.Hedges).Flags())}
}
