package main

import (
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/settings"
	"tracker/store"
	"tracker/telling/screen"
)

type completer = func(cmd *cobra.Command, args []string, toComplete string) ([]cobra.Completion, cobra.ShellCompDirective)

// fixedCompletion offers the same words for a flag every time.
func fixedCompletion(cmd *cobra.Command, flag string, words ...string) {
	cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// completionBook opens the book for completion: quietly, and never a new one.
func (e *env) completionBook(cmd *cobra.Command) *store.Book {
	if e.prepare(cmd) != nil {
		return nil
	}
	path := e.ChosenBook()
	if path == "" {
		path, _ = settings.DefaultBook()
	}
	b, err := store.Open(cmd.Context(), path)
	if err != nil {
		return nil
	}
	e.opened = b
	return b
}

// completeIDs offers the ids of claims, with speaker and statement. Most is
// how many ids the verb takes, 0 for any number.
func (e *env) completeIDs(most int) completer {
	return func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		b := e.completionBook(cmd)
		if b == nil || most > 0 && len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		list, _, err := b.Find(cmd.Context(), claims.Filter{}, e.Instant(), store.ByLogged, store.Page{Limit: 100, Brief: true})
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var out []cobra.Completion
		if cmd.Name() == "resolve" && len(args) > 0 {
			for _, o := range claims.Outcomes {
				out = append(out, string(o))
			}
		}
		for _, c := range list {
			out = append(out, cobra.CompletionWithDesc(idText(c.ID), screen.Shorten(c.Speaker+": "+c.Statement, 60)))
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// completeNames offers the names of a book: speaker, source, event or tag.
func (e *env) completeNames(kind string) completer {
	return func(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		b := e.completionBook(cmd)
		if b == nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		names, err := b.Names(cmd.Context(), kind, typed)
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		return withPrefix("", names), cobra.ShellCompDirectiveNoFileComp
	}
}

// completeFilter offers filter keys, and names after speaker:, source:,
// event: and +.
func (e *env) completeFilter(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
	prefix, kind := "", ""
	if tag, ok := strings.CutPrefix(typed, "+"); ok {
		prefix, kind, typed = "+", "tag", tag
	} else if key, value, ok := strings.Cut(typed, ":"); ok {
		prefix, kind, typed = key+":", key, value
	}
	switch kind {
	case "":
		keys := []cobra.Completion{}
		for _, k := range claims.FilterKeys {
			keys = append(keys, k+":")
		}
		return keys, cobra.ShellCompDirectiveNoSpace | cobra.ShellCompDirectiveNoFileComp
	case "status":
		return withPrefix(prefix, claims.Statuses), cobra.ShellCompDirectiveNoFileComp
	case "outcome":
		return withPrefix(prefix, claims.Outcomes), cobra.ShellCompDirectiveNoFileComp
	}
	names, d := e.completeNames(kind)(cmd, args, typed)
	return withPrefix(prefix, names), d
}

func withPrefix[T ~string](prefix string, words []T) []cobra.Completion {
	out := make([]cobra.Completion, len(words))
	for i, w := range words {
		out[i] = prefix + clean.Line(string(w))
	}
	return out
}
