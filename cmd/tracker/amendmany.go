package main

import (
	"context"
	"slices"
	"strings"

	"github.com/spf13/pflag"

	"tracker/claims"
	"tracker/reading/date"
	"tracker/store"
	"tracker/telling/report"
)

// manyFlags are the flags of amend that may change many claims at once: what
// they set does not hang on a claim's own words.
var manyFlags = []string{"type", "words-by", "kind", "tag", "event", "clear", "yes"}

// isFilter reports whether the arguments of amend mean claims by what they
// are about and not by an id.
func isFilter(args []string) bool {
	return len(args) > 1 || strings.Contains(args[0], ":") || strings.HasPrefix(args[0], "+")
}

// amendMany changes every claim that a filter means, or several by their ids.
func amendMany(ctx context.Context, e *env, o *amendOptions, args []string) error {
	var wrong []string
	o.cmd.Flags().Visit(func(f *pflag.Flag) {
		if f.Changed && !slices.Contains(settingFlags, f.Name) && !slices.Contains(manyFlags, f.Name) {
			wrong = append(wrong, "--"+f.Name)
		}
	})
	if len(wrong) > 0 {
		return usage("%s is for one claim at a time", strings.Join(wrong, ", ")).
			WithHint("of many claims --%s can be set at once", strings.Join(manyFlags[:len(manyFlags)-1], ", --"))
	}
	b, err := e.book(ctx)
	if err != nil {
		return err
	}
	list, err := o.meant(ctx, e, b, args)
	if err != nil {
		return err
	}
	if err := e.sure("amend", len(list), o.yes); err != nil {
		return err
	}
	r, err := e.reader(ctx, b)
	if err != nil {
		return err
	}
	changed, err := b.Change(ctx, e.command("amend"), ids(list), "", func(c *claims.Claim) error {
		r.Zone = c.Location()
		amended, _, err := o.amended(e, r, *c)
		if err != nil {
			return err
		}
		return c.Amend(amended)
	})
	if err != nil {
		return err
	}
	e.Sayf("amended %s; tracker undo takes it back", report.Count(len(changed), "claim"))
	return nil
}

// meant are the claims that ids or a filter name.
func (o *amendOptions) meant(ctx context.Context, e *env, b *store.Book, args []string) ([]claims.Claim, error) {
	if _, err := claims.ParseID(args[0]); err == nil {
		return called(ctx, b, args)
	}
	f, err := claims.ParseFilter(args, e.Dates(date.Past))
	if err != nil {
		return nil, err
	}
	var list []claims.Claim
	for c, err := range b.All(ctx, f, e.Instant()) {
		if err != nil {
			return nil, err
		}
		list = append(list, c)
	}
	if len(list) == 0 {
		return nil, (&claims.Error{Kind: claims.NotFound, Msg: "no claim is meant"}).WithHint("tracker list %s", claims.TypedWords(args))
	}
	return list, nil
}
