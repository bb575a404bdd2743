package main

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
	"tracker/telling/screen"
)

func newSpeaker(e *env) *cobra.Command {
	return nameCommand(e, store.Speakers, &cobra.Command{
		Short:   "Who said it: list, rename, alias, merge",
		Example: "  tracker speaker list\n  tracker speaker rename \"The ministry\" \"Ministry of Transport\"\n  tracker speaker merge \"Transport Ministry\" \"Ministry of Transport\"",
	})
}

func newSource(e *env) *cobra.Command {
	return nameCommand(e, store.Sources, &cobra.Command{
		Short:   "Who carried it: list, rename, alias, merge",
		Example: "  tracker source list --json\n  tracker source alias \"Evening News\" EN\n  tracker source merge \"The Evening News\" \"Evening News\"",
	})
}

func newEvent(e *env) *cobra.Command {
	cmd := nameCommand(e, store.Events, &cobra.Command{
		Short:   "What it is about: list, rename, alias, merge, set a date",
		Example: "  tracker event list\n  tracker event set midterms --date 2026-11-03\n  tracker event alias midterms \"mid-term elections\"",
	})
	cmd.AddCommand(newEventSet(e))
	return cmd
}

// nameCommand is the verb for a kind of name, with what the kinds share.
func nameCommand(e *env, kind store.NameKind, cmd *cobra.Command) *cobra.Command {
	cmd.Use = string(kind)
	cmd.Long = `A name is one name in whatever case, spacing and Unicode form it is typed. Each of these changes is one
step that tracker undo takes back; claims keep the names they were logged under, and show what these
mean now. An outlet that is a speaker and a source has one name as both.`
	cmd.Args = noSuchCommand
	cmd.RunE = func(cmd *cobra.Command, _ []string) error { return cmd.Help() }
	cmd.AddCommand(newNameList(e, kind),
		newNameChange(e, kind, nameChange{
			use: "rename OLD NEW", short: "Give a name another form",
			long: "Give what is called OLD the name NEW, everywhere. OLD is understood also from now on.",
			make: (*store.Book).Rename, done: "is now called",
		}),
		newNameChange(e, kind, nameChange{
			use: "alias NAME ALIAS", short: "Say what another name means",
			long: "From now on ALIAS, typed or imported, means NAME.",
			make: (*store.Book).Alias, done: "is now also called",
		}),
		newNameChange(e, kind, nameChange{
			use: "merge FROM INTO", short: "Make two names one",
			long: "Make all claims of FROM count as INTO's: in lists, filters, scores and reports, now and later.",
			make: (*store.Book).Merge, done: "now counts as",
		}))
	return cmd
}

// nameChange is a verb that changes the first of two names by the second.
type nameChange struct {
	use, short, long string
	make             func(*store.Book, context.Context, store.Command, store.NameKind, string, string) error
	done             string // what is said between the two names
}

// twoNames are what examples change.
var twoNames = map[store.NameKind]string{store.Speakers: `"The ministry" "Ministry of Transport"`, store.Sources: `"Evening News" "The Evening News"`, store.Events: `summit "Geneva summit"`}

func newNameChange(e *env, kind store.NameKind, n nameChange) *cobra.Command {
	verb, _, _ := strings.Cut(n.use, " ")
	return &cobra.Command{
		Use: n.use, Short: n.short, Long: n.long,
		Example:           fmt.Sprintf("  tracker %s %s %s", kind, verb, twoNames[kind]),
		Args:              cobra.ExactArgs(2),
		ValidArgsFunction: e.offers().Names(string(kind)),
		RunE: func(cmd *cobra.Command, args []string) error {
			return changeName(cmd.Context(), e, kind, n, args)
		},
	}
}

func changeName(ctx context.Context, e *env, kind store.NameKind, n nameChange, args []string) error {
	for i := range args {
		name, err := claims.ReadName(args[i])
		if err != nil {
			return err
		}
		args[i] = name
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	verb, _, _ := strings.Cut(n.use, " ")
	if err := n.make(b, ctx, e.command(string(kind)+" "+verb), kind, args[0], args[1]); err != nil {
		return err
	}
	list, err := b.NameList(ctx, kind)
	if err != nil {
		return err
	}
	count := ""
	i := slices.IndexFunc(list, func(l store.Named) bool { return l.Called(args[1]) })
	if i >= 0 {
		count = " (" + report.Count(list[i].Claims, "claim") + ")"
	}
	e.Sayf("%q %s %q%s; tracker undo takes it back", args[0], n.done, args[1], count)
	if i >= 0 && list[i].Date != 0 {
		e.Sayf("hint: tracker event set %q --date %s --reread reads deadlines that hang on it again", list[i].Name, list[i].Date)
	}
	return nil
}

func newNameList(e *env, kind store.NameKind) *cobra.Command {
	var asJSON bool
	columns := "name, claims, aliases"
	if kind == store.Events {
		columns = "name, claims, date, aliases"
	}
	cmd := &cobra.Command{
		Use:   "list",
		Short: "List the names, with how many claims they have",
		Long: fmt.Sprintf(`List every %s of a claim that is not withdrawn, most claims first. Names that look alike (but for
accents, stops, dashes, a leading "the") are offered for merging.

In a pipe the columns are %s, separated by tabs.`, kind, columns),
		Example: fmt.Sprintf("  tracker %s list\n  tracker %s list --json", kind, kind),
		Args:    cobra.NoArgs,
		RunE:    func(cmd *cobra.Command, _ []string) error { return listNames(cmd.Context(), e, kind, asJSON) },
	}
	cmd.Flags().BoolVar(&asJSON, "json", false, "print JSON")
	return cmd
}

func listNames(ctx context.Context, e *env, kind store.NameKind, asJSON bool) error {
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	list, err := b.NameList(ctx, kind)
	if err != nil {
		return err
	}
	names := make([]string, len(list))
	for i, n := range list {
		names[i] = n.Name
	}
	alike := claims.LookAlikes(names)
	if asJSON {
		return e.JSON(struct {
			Schema    string        `json:"schema"`
			Names     []store.Named `json:"names"`
			LookAlike [][]string    `json:"look_alike"`
		}{"tracker." + string(kind) + "/1", append([]store.Named{}, list...), append([][]string{}, alike...)})
	}
	shown := make([]screen.Name, len(list))
	for i, n := range list {
		shown[i] = screen.Name(n)
	}
	e.Names(string(kind), kind == store.Events, shown, alike)
	return nil
}
