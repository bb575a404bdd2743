// Package completion is what a shell offers behind tracker: words that a flag
// takes, keys of filters, and ids and names out of the book; and the script
// that a shell loads for it. It knows no verb: each says what it takes. What
// was typed and is no flag, it tells from those that there are.
//
//	cmd.ValidArgsFunction = offers.IDs(1)
package completion

import (
	"context"
	"strings"

	"github.com/spf13/cobra"

	"tracker/claims"
	"tracker/clean"
	"tracker/store"
	"tracker/telling/screen"
)

// Completer is what cobra asks.
type Completer = func(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective)

// Book is what is asked of a book.
type Book interface {
	Find(ctx context.Context, f claims.Filter, now claims.Instant, order store.Sort, p store.Page) (list []claims.Claim, more bool, err error)
	Names(ctx context.Context, kind, containing string) ([]string, error)
}

// Offers are out of a book.
type Offers struct {
	Book func(cmd *cobra.Command) Book // nil where there is none
	Now  func() claims.Instant
}

// Fixed offers the same words for a flag every time.
func Fixed(cmd *cobra.Command, flag string, words ...string) {
	cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp))
}

// IDs offers the ids of claims, with speaker and statement. Most is
// how many ids the verb takes, 0 for any number.
func (o Offers) IDs(most int) Completer {
	return func(cmd *cobra.Command, args []string, _ string) ([]cobra.Completion, cobra.ShellCompDirective) {
		b := o.Book(cmd)
		if b == nil || most > 0 && len(args) >= most {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		list, _, err := b.Find(cmd.Context(), claims.Filter{}, o.Now(), store.ByLogged, store.Page{Limit: 100, Brief: true})
		if err != nil {
			return nil, cobra.ShellCompDirectiveNoFileComp
		}
		var out []cobra.Completion
		if cmd.Name() == "resolve" && len(args) > 0 {
			for _, outcome := range claims.Outcomes {
				out = append(out, string(outcome))
			}
		}
		for _, c := range list {
			out = append(out, cobra.CompletionWithDesc(screen.ID(c.ID), screen.Shorten(c.Speaker+": "+c.Statement, 60)))
		}
		return out, cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveKeepOrder
	}
}

// Names offers the names of a book: speaker, source, event or tag.
func (o Offers) Names(kind string) Completer {
	return func(cmd *cobra.Command, _ []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
		b := o.Book(cmd)
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

// Filter offers filter keys, and names after speaker:, source:,
// event: and +.
func (o Offers) Filter(cmd *cobra.Command, args []string, typed string) ([]cobra.Completion, cobra.ShellCompDirective) {
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
	names, d := o.Names(kind)(cmd, args, typed)
	return withPrefix(prefix, names), d
}

func withPrefix[T ~string](prefix string, words []T) []cobra.Completion {
	out := make([]cobra.Completion, len(words))
	for i, w := range words {
		out[i] = prefix + clean.Line(string(w))
	}
	return out
}
