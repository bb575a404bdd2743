package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
	"tracker/store"
	"tracker/telling/report"
)

type addOptions struct {
	draftFlags
	cmd       *cobra.Command
	statement string
	json      bool
}

func newAdd(e *env) *cobra.Command {
	o := &addOptions{}
	cmd := &cobra.Command{
		Use:   "add [STATEMENT]",
		Short: "Log a claim",
		Long: `Log a claim. STATEMENT is the event in the positive: "The talks resume", even when the speaker says
that they will not. Deadline and hedge are read out of --deadline and --hedge, else out of the quote,
else out of the statement, and what was understood is printed back with the command that corrects it.

Without arguments on a terminal it asks, whichever book and zone are chosen. STATEMENT - is read from standard input.
In a pipe the new claim's id is printed on standard output.`,
		Example: `  tracker add "The talks resume" --speaker "The ministry" --quote "could resume as early as next week"
  tracker add "The talks resume" --speaker "The ministry" --said 2025-08-06 --by 2025-09-01 --p 70%
  tracker add "The bridge opens" --speaker "City council" --deadline "by mid-March" --hedge expected --event bridge`,
		Args: func(_ *cobra.Command, args []string) error {
			if len(args) > 1 {
				return usage("the statement is one argument, not %d", len(args)).WithHint("put it in quotation marks: tracker add %q", strings.Join(args, " "))
			}
			return nil
		},
		RunE: func(cmd *cobra.Command, args []string) error {
			o.cmd = cmd
			if len(args) == 1 {
				o.statement = args[0]
			}
			return add(cmd.Context(), e, o)
		},
	}
	o.register(e, cmd)
	cmd.Flags().Lookup("said").DefValue = "today"
	cmd.Flags().Lookup("language").DefValue = "en"
	e.lexiconFlags(cmd)
	cmd.Flags().BoolVar(&o.json, "json", false, "print the claim as JSON")
	return cmd
}

func add(ctx context.Context, e *env, o *addOptions) error {
	asking := o.statement == "" && e.TTYIn && !anyChanged(o.cmd.Flags())
	if o.statement == "" && !asking {
		return usage("there is no statement").WithHint(`tracker add "The talks resume" --speaker NAME --deadline "next week"`)
	}
	b, err := e.book(ctx, store.WriteOnce)
	if err != nil {
		return err
	}
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	d, err := o.draft(e, r)
	if asking {
		d, err = e.askDraft(ctx, b, r)
	}
	if err != nil {
		return err
	}
	near, err := e.misspellings(ctx, b, &d)
	if err != nil {
		return err
	}
	if d.SpeakerKind == "" {
		if d.SpeakerKind, err = b.SpeakerKind(ctx, d.Speaker); err != nil {
			return err
		}
	}
	c, remarks, err := r.Claim(d, e.instant())
	if err != nil {
		return err
	}
	similar, err := b.Similar(ctx, c)
	if err != nil {
		return err
	}
	if c, err = b.Add(ctx, e.command("add"), c); err != nil {
		return err
	}
	remarks = append(remarks, o.unturned(o.cmd.Flags(), c, r)...)
	if d.SpeakerKind == "" {
		remarks = append(remarks, fmt.Sprintf("a new speaker, taken for %s; else tracker amend %d --kind %s", kindText(c.SpeakerKind), c.ID, otherKinds(c.SpeakerKind)))
	}
	if o.json {
		if err := e.printJSON(struct {
			Schema string      `json:"schema"`
			Claim  claims.View `json:"claim"`
		}{"tracker.add/1", e.view(c)}); err != nil {
			return err
		}
	} else if !e.TTYOut {
		e.printf("%d\n", c.ID)
	}
	e.understood("logged", c, remarks)
	e.warnSimilar(c, similar)
	earlier, moved, err := b.Earlier(ctx, c)
	if err != nil {
		return err
	}
	if moved {
		e.sayf("hint: claim %d gave %s; is this that date put off? tracker link %d --supersedes %d", earlier.ID, report.Day(earlier.Window.Latest), c.ID, earlier.ID)
	}
	e.warnMisspelt(near)
	return e.warnMixed(ctx, b, c)
}

// draft is the claim that the command line describes.
func (o *addOptions) draft(e *env, r *claims.Reader) (claims.Draft, error) {
	d := claims.Draft{Statement: o.statement, StatedOn: e.today().String(), Attribution: o.attribution()}
	if o.statement == "-" {
		text, err := io.ReadAll(io.LimitReader(e.In, claims.MaxText+2))
		if err != nil {
			return d, fmt.Errorf("read the statement: %w", err)
		}
		d.Statement = strings.TrimRight(string(text), "\r\n")
	}
	a, ok, err := o.appearance()
	if err != nil {
		return d, err
	}
	if ok {
		d.Appearances = []claims.Appearance{a}
	}
	return d, o.apply(o.cmd.Flags(), r, &d)
}

// understood prints back in one sentence what a claim was taken to say, then
// its other readings and how to correct it.
func (e *env) understood(done string, c claims.Claim, remarks []string) {
	v := e.view(c)
	e.sayf("%s %d: %s", done, c.ID, c.Statement)
	e.told("", report.Understood(v)+hindsightSentence(v))
	lexicon, err := e.lexicon()
	if err != nil {
		lexicon = hedge.Builtin() // does not happen: the claim has been read by the other a moment ago
	}
	for _, or := range e.readings(v, lexicon) {
		e.told("or", or)
	}
	for _, r := range remarks {
		e.told("note", r)
	}
	e.told("note", report.Unscored(c))
	if c.Criterion == "" {
		e.told("note", fmt.Sprintf("how would a stranger decide it? tracker amend %d --edit has a line for the criterion", c.ID))
	}
	e.told("wrong?", corrections(v, lexicon))
}

// told writes a line of what was understood to standard error, broken to the
// width of a terminal; an empty one is left out.
func (e *env) told(label, text string) {
	const indent = 10
	switch {
	case text == "":
		return
	case label == "":
		fmt.Fprintf(e.Err, "  %s\n", e.IndentedErr(clean.Line(text), 2))
	default:
		fmt.Fprintf(e.Err, "  %-6s  %s\n", label, e.IndentedErr(clean.Line(text), indent))
	}
}

// readings are the other readings of a claim, each with the command that
// takes it.
func (e *env) readings(v claims.View, lexicon *hedge.Lexicon) []string {
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
	days := report.Days(a.Earliest, a.Latest)
	if !claims.Turns(v.Claim, a, lexicon) {
		return fmt.Sprintf("%s (%s): tracker accept %d --window %s..%s", days, a.Why, v.ID, a.Earliest, a.Latest)
	}
	turn, why := claims.Turned(v.Claim, lexicon), a.Why
	if why != deadline.ThatItComes {
		why = turn.Is + " then: " + why
	}
	return fmt.Sprintf("%s (%s): tracker amend %d %s --window %s..%s", days, why, v.ID, turn.Flags(), a.Earliest, a.Latest)
}

// corrections are commands that correct what a claim was taken to say. None
// of them has a word in it that would be kept when it is typed as it stands,
// and all of them change something.
func corrections(v claims.View, lexicon *hedge.Lexicon) string {
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

// hindsightSentence says of a claim that was recorded when its outcome could
// be known that it was.
func hindsightSentence(v claims.View) string {
	if v.Hindsight {
		return " Recorded here when it could be known what came of it."
	}
	return ""
}

// warnSimilar says that a claim may have been logged before.
func (e *env) warnSimilar(c claims.Claim, similar []claims.Claim) {
	for _, s := range similar {
		e.sayf("warning: this looks like claim %d, said %s: %s", s.ID, report.Day(s.StatedOn.Day()), s.Statement)
		source := "SOURCE"
		if len(c.Appearances) > 0 {
			source = fmt.Sprintf("%q", c.Appearances[0].Source)
		}
		e.sayf("hint: the same statement? tracker undo, then tracker amend %d --also-in %s --url URL", s.ID, source)
		e.sayf("hint: said again? tracker link %d --repeats %d", c.ID, s.ID)
	}
}

// kindText is a kind of speaker with its article.
func kindText(k claims.SpeakerKind) string {
	if k == claims.Person {
		return "a person"
	}
	if k == claims.Anonymous {
		return "somebody anonymous"
	}
	return "an " + string(k)
}

// otherKinds lists what a speaker may be instead.
func otherKinds(k claims.SpeakerKind) string {
	var others []string
	for _, other := range claims.SpeakerKinds {
		if other != k {
			others = append(others, string(other))
		}
	}
	return strings.Join(others[:2], ", ") + " or " + others[2]
}
