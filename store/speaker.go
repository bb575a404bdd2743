package store

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"tracker/claims"
)

// Speaker finds the speaker with a name, or the only one with a name that
// contains it.
func (b *Book) Speaker(ctx context.Context, name string) (string, error) {
	names, err := b.Names(ctx, "speaker", name)
	if err != nil {
		return "", err
	}
	folded := claims.Fold(claims.Name(name))
	if i := slices.IndexFunc(names, func(n string) bool { return claims.Fold(n) == folded }); i >= 0 {
		return names[i], nil
	}
	switch len(names) {
	case 0:
		return "", (&claims.Error{Kind: claims.NotFound, Msg: fmt.Sprintf("no speaker is called %q", name)}).
			WithHint("tracker score shows the speakers")
	case 1:
		return names[0], nil
	}
	return "", claims.Mistyped("%q is a part of several names", name).WithHint("one of %s", strings.Join(names[:min(len(names), 8)], ", "))
}
