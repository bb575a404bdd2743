package intake

import (
	"cmp"
	"context"
	"strings"

	"tracker/claims"
	"tracker/exchange"
	"tracker/telling/report"
)

// pendingLink is a claim that was logged without the one it follows.
type pendingLink struct {
	Line   int
	UID    claims.UID
	Target string // key or uid
	Repeat bool
}

// note enters a good line under the identities of its claim.
func (im *importer) note(l *exchange.Line, c *claims.Claim, f fate, list ...claims.Identity) error {
	for _, n := range []struct{ kind, name string }{{"speaker", c.Speaker}, {"event", c.Event}} {
		if text := report.MixedName(n.kind, n.name); text != "" && !im.mixed[n.name] {
			im.mixed[strings.Clone(n.name)] = true // it may be a part of a long line
			im.Sayf("%s:%d: %s", im.name, l.Number, text)
		}
	}
	return im.seen.add(seenLine{l.Number, c.StatedOn.Day(), c.Speaker, c.Event, cmp.Or(l.Supersedes, l.Repeats), f}, list...)
}

// checkLinks refuses links that no chain can have, and those to claims that
// neither file nor book have.
func (im *importer) checkLinks(ctx context.Context) (problems claims.Problems, err error) {
	if im.seen.links == 0 {
		return nil, nil
	}
	for l, err := range im.seen.lines.All() {
		if err != nil {
			return nil, err
		}
		if l.Follows == "" {
			continue
		}
		before, err := im.before(ctx, l.Follows)
		if err != nil {
			return nil, err
		}
		refusal := claims.Refuse("", "neither the file nor the book has a claim %q to follow", l.Follows).WithHint("name the earlier claim by its key or uid")
		if len(before) > 0 {
			refusal = l.step().Follow(before...)
		}
		if refusal != nil {
			problems = append(problems, claims.InLine(im.name, l.Line, refusal)...)
			im.bad[l.Line] = true
			im.tally.bad++
			im.tally.move(l.Fate, -1)
		}
	}
	return problems, nil
}

// before returns the claim that a name means, and those it follows, in the
// file and in the book, nearest first; none when nobody has it. It goes
// around a circle once.
func (im *importer) before(ctx context.Context, name string) (chain []claims.Step, err error) {
	for gone := map[string]bool{}; name != ""; {
		l, inFile, err := im.seen.named(name)
		if err != nil {
			return nil, err
		}
		next := l.step()
		if l.Follows != "" {
			name = l.Follows
		} else {
			c, ok, err := im.named(ctx, name)
			if err != nil || !ok && !inFile {
				return chain, err
			}
			if !inFile {
				next = c.Step()
			}
			name = string(c.Follows())
		}
		if gone[next.Ref] {
			break
		}
		gone[next.Ref] = true
		chain = append(chain, next)
	}
	return chain, nil
}

// named finds a claim of the book by its uid or key.
func (im *importer) named(ctx context.Context, name string) (claims.Claim, bool, error) {
	if im.empty {
		return claims.Claim{}, false, nil
	}
	if len(name) == 36 {
		if c, ok, err := im.book.Same(ctx, &claims.Claim{UID: claims.UID(name)}); ok || err != nil {
			return c, ok, err
		}
	}
	return im.book.Same(ctx, &claims.Claim{Key: name})
}
