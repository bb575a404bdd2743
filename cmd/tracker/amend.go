package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tracker/claims"
	"tracker/completion"
)

type amendOptions struct {
	draftFlags
	cmd       *cobra.Command
	ref       string
	statement string
	alsoIn    string
	clear     []string
	edit      bool
	yes       bool
}

func newAmend(e *env) *cobra.Command {
	o := &amendOptions{}
	cmd := &cobra.Command{
		Use:   "amend ID|FILTER…",
		Short: "Correct a claim, or add where else it appeared",
		Long: `Correct what was logged. Only what the flags name changes; a new --deadline or --hedge is read again, and
so is the deadline when --said moves the day it counts from. The old values stay in tracker history.

--also-in adds an appearance: another outlet, or another article, with the same statement. Without it --url, --title,
--published and --archive are about the one there is.
--tag +x adds a tag and --tag -x takes one away; plain tags replace them all. --clear FIELD takes away what
is there: an empty value never does.

A FILTER as tracker list takes it, or several ids, changes many claims at once: their type, whose words the
quotes are, kind of speaker, tags, event, or a field to clear. More than three are asked about, or take --yes.

--edit opens the claim in VISUAL or EDITOR.`,
		Example: `  tracker amend 3 --deadline "by mid-March" --criterion "the official journal says so"
  tracker amend 3 --also-in "Evening News" --url https://example.org/evening/3
  tracker amend 3 --archive https://archive.example.org/3
  tracker amend 3 --tag +summit --clear event
  tracker amend speaker:"Space agency" event:launch --type plan --yes
  tracker amend 3 --p 60%`,
		Args:              cobra.MinimumNArgs(1),
		ValidArgsFunction: e.offers().IDs(1),
		RunE: func(cmd *cobra.Command, args []string) error {
			o.cmd, o.ref = cmd, args[0]
			if isFilter(args) {
				return amendMany(cmd.Context(), e, o, args)
			}
			return amend(cmd.Context(), e, o)
		},
	}
	o.register(e, cmd)
	e.lexiconFlags(cmd)
	cmd.Flags().StringVar(&o.statement, "statement", "", "the `EVENT`, in the positive")
	cmd.Flags().StringVar(&o.alsoIn, "also-in", "", "another `SOURCE` that carried it")
	cmd.Flags().StringArrayVar(&o.clear, "clear", nil, "a `FIELD` to take away, such as event; may be repeated")
	completion.Fixed(cmd, "clear", claims.Clearable...)
	cmd.Flags().BoolVar(&o.yes, "yes", false, "change more than three claims without asking")
	cmd.Flags().BoolVar(&o.edit, "edit", false, "open the claim in an editor")
	return cmd
}

func amend(ctx context.Context, e *env, o *amendOptions) error {
	empty := dropEmpty(o.cmd.Flags())
	for _, name := range empty {
		e.Sayf("%s", claims.Emptied(name, o.ref))
	}
	if !anyChanged(o.cmd.Flags()) {
		return usage("there is nothing to change").WithHint("tracker amend %s --deadline PHRASE, or --edit; tracker amend --help lists the flags", o.ref)
	}
	if o.Source != "" && o.alsoIn == "" {
		return usage("amend adds a source with --also-in").WithHint("tracker amend %s --also-in %q --url URL", o.ref, o.Source)
	}
	b, c, err := e.claim(ctx, o.ref)
	if err != nil {
		return err
	}
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	r.Zone = c.Location()
	edited := c
	if o.edit {
		if edited, err = e.dialogue(r).Edit(ctx, c); err != nil {
			return err
		}
	}
	amended, remarks, err := o.amended(e, r, edited)
	if err != nil {
		return err
	}
	changed, err := b.Change(ctx, e.command("amend"), []claims.ID{c.ID}, "", func(now *claims.Claim) error {
		if err := now.Amend(amended); err != nil {
			return err
		}
		return o.PublishedIn(o.alsoIn, now)
	})
	if err != nil {
		return err
	}
	e.understood("amended", changed[0], append(remarks, o.unturned(changed[0], r)...))
	return nil
}

// amended is c with what the flags change.
func (o *amendOptions) amended(e *env, r *claims.Reader, c claims.Claim) (claims.Claim, []string, error) {
	d := c.Draft()
	flags := o.cmd.Flags()
	for _, name := range o.clear {
		if err := r.Clear(&d, name); err != nil {
			return c, nil, err
		}
	}
	if flags.Changed("statement") {
		d.Statement = o.statement
	}
	if links := o.Links(); links != nil {
		d.Attribution = links
	}
	if flags.Changed("said") && c.Window.Rule != claims.RuleGiven && c.Window.Phrase != "" {
		d.Window, d.Phrase = nil, c.Window.Phrase
	}
	if err := o.Apply(r, &d); err != nil {
		return c, nil, err
	}
	return r.Claim(d, e.Instant())
}

// dropEmpty takes the flags with an empty text for not given, and names them.
func dropEmpty(flags *pflag.FlagSet) []string {
	var empty []string
	flags.Visit(func(f *pflag.Flag) {
		if f.Value.Type() == "string" && strings.TrimSpace(f.Value.String()) == "" {
			f.Changed = false
			empty = append(empty, f.Name)
		}
	})
	return empty
}

// settingFlags say where to work and by which lexicon, not what to do.
var settingFlags = []string{"db", "zone", "lexicon", "lexicon-mode", "scale"}

// anyChanged reports whether a flag other than the settings was given.
func anyChanged(flags *pflag.FlagSet) bool {
	given := false
	flags.Visit(func(f *pflag.Flag) { given = given || f.Changed && !slices.Contains(settingFlags, f.Name) })
	return given
}
