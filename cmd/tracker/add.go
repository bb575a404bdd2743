package main

import (
	"context"
	"fmt"
	"io"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/reading/hedge"
	"tracker/store"
	"tracker/telling/dialogue"
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
		d, err = e.dialogue(r).Draft(func(speaker string) bool {
			kind, err := b.SpeakerKind(ctx, speaker)
			return err != nil || kind != ""
		})
	}
	if err != nil {
		return err
	}
	near, err := e.spelled(ctx, b, r, &d)
	if err != nil {
		return err
	}
	c, remarks, err := r.Claim(d, e.Instant())
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
	remarks = append(remarks, o.unturned(c, r)...)
	if d.SpeakerKind == "" {
		remarks = append(remarks, report.NewSpeaker(c))
	}
	if o.json {
		if err := e.JSON(struct {
			Schema string      `json:"schema"`
			Claim  claims.View `json:"claim"`
		}{"tracker.add/1", e.view(c)}); err != nil {
			return err
		}
	} else if !e.TTYOut {
		e.Printf("%d\n", c.ID)
	}
	e.understood("logged", c, remarks)
	e.dialogue(r).WarnSimilar(c, similar)
	earlier, moved, err := b.Earlier(ctx, c)
	if err != nil {
		return err
	}
	if moved {
		e.Sayf("hint: claim %d gave %s; is this that date put off? tracker link %d --supersedes %d", earlier.ID, report.Day(earlier.Window.Latest), c.ID, earlier.ID)
	}
	e.dialogue(r).WarnMisspelt(near)
	return e.dialogue(r).WarnMixed(c, func(kind string) ([]string, error) {
		var names []string
		list, err := b.NameList(ctx, store.NameKind(kind))
		for _, n := range list {
			names = append(names, n.Name)
		}
		return names, err
	})
}

// spelled asks about names of d that are near others, and takes the kind of its
// speaker from the book. It returns the names that nobody was asked about.
func (e *env) spelled(ctx context.Context, b *store.Book, r *claims.Reader, d *claims.Draft) ([]dialogue.Spelled, error) {
	near, err := e.dialogue(r).Misspelt(d, func(kind, name string) ([]string, error) { return b.Misspelt(ctx, store.NameKind(kind), name) })
	if err == nil && d.SpeakerKind == "" {
		d.SpeakerKind, err = b.SpeakerKind(ctx, d.Speaker)
	}
	return near, err
}

// draft is the claim that the command line describes.
func (o *addOptions) draft(e *env, r *claims.Reader) (claims.Draft, error) {
	d := claims.Draft{Statement: o.statement, StatedOn: e.Today().String(), Attribution: o.Links()}
	if o.statement == "-" {
		text, err := io.ReadAll(io.LimitReader(e.In, claims.MaxText+2))
		if err != nil {
			return d, fmt.Errorf("read the statement: %w", err)
		}
		d.Statement = strings.TrimRight(string(text), "\r\n")
	}
	a, ok, err := o.Appearance()
	if err != nil {
		return d, err
	}
	if ok {
		d.Appearances = []claims.Appearance{a}
	}
	return d, o.Apply(r, &d)
}

// understood prints back in one sentence what a claim was taken to say, then
// its other readings and how to correct it.
func (e *env) understood(done string, c claims.Claim, remarks []string) {
	lexicon, err := e.Hedges()
	if err != nil {
		lexicon = hedge.Builtin() // does not happen: the claim has been read by the other a moment ago
	}
	e.Understood(done, e.view(c), lexicon, remarks)
}
