package main

import (
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// draftFlags are the flags that say what a claim is; add and amend share
// them.
type draftFlags struct {
	speaker, kind, said, quote, phrase, by, window, hedge, p         string
	condition, event, criterion, baseline, notes, key, language      string
	source, url, title, published, archive, origin, relay, publisher string
	tags                                                             []string
	grace                                                            int
	typ, wordsBy                                                     string
	will, willNot, accept, fold, force                               bool

	dates func(date.Lean) date.Options // how the days among them are read
}

func (f *draftFlags) register(e *env, cmd *cobra.Command) {
	f.dates = func(lean date.Lean) date.Options { return e.Dates(lean) } // after the settings are read
	s := cmd.Flags()
	s.StringVar(&f.speaker, "speaker", "", "the `NAME` of who said it")
	s.StringVar(&f.kind, "kind", "", "`KIND` of speaker: person, institution, outlet, anonymous")
	s.StringVar(&f.said, "said", "", "`DATE` or instant of the statement")
	s.StringVar(&f.quote, "quote", "", "the `WORDS`, verbatim")
	s.StringVar(&f.phrase, "deadline", "", "the `PHRASE` of the deadline, such as \"next week\"")
	s.StringVar(&f.by, "by", "", "the last `DATE`, given by hand")
	s.StringVar(&f.window, "window", "", "the window `A..B`, given by hand")
	s.IntVar(&f.grace, "grace", 0, "`DAYS` of grace on both sides of the window")
	s.BoolVar(&f.accept, "accept", false, "accept the end of a vague window or a lower bound")
	s.StringVar(&f.hedge, "hedge", "", "the `WORDS` of confidence, such as could")
	s.StringVar(&f.p, "p", "", "the probability `P[,LOW,HIGH]` of the words, such as 70% or 0.7,0.6,0.8")
	s.StringVar(&f.typ, "type", "", "`TYPE`: promise, plan or forecast (default: as the words say)")
	s.StringVar(&f.wordsBy, "words-by", "", "`WHOSE` words the quote is: speaker or report (default speaker)")
	s.BoolVar(&f.will, "will", false, "the speaker says that it will happen")
	s.BoolVar(&f.willNot, "will-not", false, "the speaker says that it will not happen")
	s.StringVar(&f.condition, "if", "", "the `CONDITION` the speaker made")
	s.StringVar(&f.event, "event", "", "the `EVENT` that claims are compared on")
	s.StringVar(&f.criterion, "criterion", "", "`TEXT`: how a stranger would decide it")
	s.StringArrayVar(&f.tags, "tag", nil, "a `TAG`; may be repeated")
	s.StringVar(&f.baseline, "baseline", "", "the probability `P` an informed outsider would have given")
	s.StringVar(&f.source, "source", "", "the `OUTLET` that carried it")
	s.StringVar(&f.url, "url", "", "`URL` where the source has it")
	s.StringVar(&f.title, "title", "", "the `TITLE` there")
	s.StringVar(&f.published, "published", "", "`DATE` of publication")
	s.StringVar(&f.archive, "archive", "", "`URL` of an archived copy")
	s.StringVar(&f.origin, "origin", "", "attribution: the `NAME` it comes from first")
	s.StringVar(&f.relay, "relay", "", "attribution: the `NAME` of the agency, spokesman or state media it came through")
	s.StringVar(&f.publisher, "publisher", "", "attribution: the `NAME` of who published it")
	s.StringVar(&f.notes, "notes", "", "`TEXT` of your own")
	s.StringVar(&f.key, "key", "", "`KEY`: your own name for the claim, unique in the book")
	s.StringVar(&f.language, "language", "", "language `TAG` of the statement")
	s.BoolVar(&f.fold, "fold", false, "of a local time that came twice, the later")
	s.BoolVar(&f.force, "force", false, "log a statement dated in the future, and record that")
	exclusive(cmd, "deadline", "by", "window")
	exclusive(cmd, "will", "will-not")
	fixedCompletion(cmd, "type", "promise", "plan", "forecast")
	fixedCompletion(cmd, "words-by", "speaker", "report")
	fixedCompletion(cmd, "kind", "person", "institution", "outlet", "anonymous")
	for flag, complete := range map[string]completer{"speaker": e.completeNames("speaker"), "source": e.completeNames("source"),
		"event": e.completeNames("event"), "tag": e.completeNames("tag"), "relay": e.completeNames("source")} {
		cmd.RegisterFlagCompletionFunc(flag, complete)
	}
}

// apply writes the flags that were given over d.
func (f *draftFlags) apply(given *pflag.FlagSet, r *claims.Reader, d *claims.Draft) error {
	for name, into := range map[string]*string{"speaker": &d.Speaker, "quote": &d.Quote, "if": &d.Condition,
		"event": &d.Event, "criterion": &d.Criterion, "notes": &d.Notes, "key": &d.Key, "language": &d.Language} {
		if given.Changed(name) {
			*into = given.Lookup(name).Value.String()
		}
	}
	if given.Changed("kind") {
		d.SpeakerKind = claims.SpeakerKind(f.kind)
	}
	if given.Changed("tag") {
		d.Tags = claims.Retag(d.Tags, f.tags)
	}
	if given.Changed("type") {
		d.Type = claims.Type(f.typ)
	}
	if given.Changed("words-by") {
		d.WordsBy = claims.WordsBy(f.wordsBy)
	}
	if given.Changed("will") || given.Changed("will-not") {
		d.Polarity = claims.Will
		if f.willNot || given.Changed("will") && !f.will {
			d.Polarity = claims.WillNot
		}
	}
	d.Fold, d.Force = f.fold, d.Force || f.force
	if given.Changed("said") {
		said, err := claims.ReadStated(f.said, f.dates(date.Past))
		if err != nil {
			return err
		}
		d.StatedOn = said
	}
	if given.Changed("baseline") {
		p, err := claims.ReadProbability("baseline", f.baseline)
		if err != nil {
			return err
		}
		d.BaselineP = &p
	}
	if err := f.applyWindow(given, r, d); err != nil {
		return err
	}
	return f.applyHedge(given, d)
}

// unturned remarks on a --will that leaves a claim saying no, because its words
// of confidence do; who gave these as well knows.
func (f *draftFlags) unturned(given *pflag.FlagSet, c claims.Claim, r *claims.Reader) []string {
	if !given.Changed("will") || given.Changed("hedge") || c.Polarity == claims.WillNot || !claims.Denies(c, r.Hedges) {
		return nil
	}
	return []string{fmt.Sprintf("%q denies it whatever --will says; that it will happen is tracker amend %d %s",
		clean.Line(c.Hedge.Words), c.ID, claims.Turned(c, r.Hedges).Flags())}
}

// applyWindow settles the window, or leaves its phrase to be read.
func (f *draftFlags) applyWindow(given *pflag.FlagSet, r *claims.Reader, d *claims.Draft) error {
	switch {
	case given.Changed("deadline"):
		if err := r.Timeless(f.phrase); err != nil {
			return err
		}
		d.Window, d.Phrase, d.Field = nil, f.phrase, true
	case given.Changed("by"):
		latest, err := claims.ReadDay("by", f.by, f.ahead(d))
		if err != nil {
			return err
		}
		d.Window = r.GivenWindow(phraseOf(d), deadline.By, claims.Moment(d.StatedOn).Day(), latest)
	case given.Changed("window"):
		earliest, latest, err := claims.ReadSpan(f.window, f.ahead(d))
		if err != nil {
			return err
		}
		d.Window = r.GivenWindow(phraseOf(d), deadline.On, earliest, latest)
	}
	if given.Changed("grace") {
		d.Grace = &f.grace
	}
	if given.Changed("accept") {
		d.Accepted = &f.accept
	}
	return nil
}

// ahead is how the days of a window are read: from the day of the statement
// on.
func (f *draftFlags) ahead(d *claims.Draft) date.Options {
	o := f.dates(date.Future)
	if said := claims.Moment(d.StatedOn).Day(); said != 0 {
		o.Today = said
	}
	return o
}

// phraseOf keeps the words of a window whose days are replaced.
func phraseOf(d *claims.Draft) string {
	if d.Window != nil {
		return d.Window.Phrase
	}
	return d.Phrase
}

// applyHedge settles the hedge, or leaves its words to be read.
func (f *draftFlags) applyHedge(given *pflag.FlagSet, d *claims.Draft) error {
	words := d.HedgeWords
	if d.Hedge != nil {
		words = d.Hedge.Words
	}
	if given.Changed("hedge") {
		words = f.hedge
		d.Hedge, d.HedgeWords = nil, f.hedge
	}
	if !given.Changed("p") {
		return nil
	}
	var numbers [3]*float64
	parts := strings.Split(f.p, ",")
	if len(parts) != 1 && len(parts) != 3 {
		return claims.Refuse("p", "%q is neither P nor P,LOW,HIGH", f.p).WithHint("for example 0.7 or 0.7,0.6,0.85; the decimal mark is a point")
	}
	for i, part := range parts {
		p, err := claims.ReadProbability("p", part)
		if err != nil {
			return err
		}
		numbers[i] = &p
	}
	if len(parts) == 1 {
		numbers[1], numbers[2] = numbers[0], numbers[0]
	}
	d.Hedge = &claims.Hedge{Words: words, P: numbers[0], Low: numbers[1], High: numbers[2], Kind: hedge.Explicit}
	return nil
}

// appearance returns the place of publication the flags name, if any.
func (f *draftFlags) appearance() (a claims.Appearance, ok bool, err error) {
	if f.source == "" {
		if f.url+f.title+f.published+f.archive != "" {
			return a, false, usage("--url, --title, --published and --archive describe a --source").WithHint("add --source NAME")
		}
		return a, false, nil
	}
	a = claims.Appearance{Source: f.source, URL: f.url, Title: f.title, ArchiveURL: f.archive}
	if f.published != "" {
		if a.PublishedOn, err = claims.ReadDay("published", f.published, f.dates(date.Past)); err != nil {
			return a, false, err
		}
	}
	return a, true, nil
}

// attribution returns the chain the flags name.
func (f *draftFlags) attribution() []claims.Link {
	var links []claims.Link
	for _, l := range []claims.Link{{Entity: f.origin, Role: claims.Origin}, {Entity: f.relay, Role: claims.Relay},
		{Entity: f.publisher, Role: claims.Publisher}} {
		if l.Entity != "" {
			links = append(links, l)
		}
	}
	return links
}
