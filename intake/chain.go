package intake

import (
	"cmp"
	"context"
	"fmt"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/exchange"
	"tracker/telling/report"
)

// pendingLink is a claim of the file that follows another one.
type pendingLink struct {
	line   int
	uid    claims.UID
	target string // key or uid
	repeat bool
	place  int  // of the claim among the steps, in the first pass
	fate   fate // of its line, likewise
}

// stepList are the claims of a file as chains see them, in few bytes each.
type stepList struct {
	list    []placedStep
	names   []string
	numbers map[string]uint32
}

type placedStep struct {
	line           uint32
	on             calendar.Day
	speaker, event uint32 // places in names
}

func (s *stepList) add(line int, c *claims.Claim) {
	s.list = append(s.list, placedStep{uint32(line), c.StatedOn.Day(), s.number(c.Speaker), s.number(c.Event)})
}

// number keeps a name once.
func (s *stepList) number(name string) uint32 {
	n, ok := s.numbers[name]
	if !ok {
		if s.numbers == nil {
			s.numbers = map[string]uint32{}
		}
		name = strings.Clone(name) // it may be a part of a long line
		n = uint32(len(s.names))
		s.names, s.numbers[name] = append(s.names, name), n
	}
	return n
}

func (s *stepList) line(n int) int { return int(s.list[n].line) }

// step is claim n of the file as the rules of a chain see it.
func (s *stepList) step(n int) claims.Step {
	x := s.list[n]
	called := fmt.Sprintf("line %d", x.line)
	return claims.Step{Ref: called, Called: called, Speaker: s.names[x.speaker], Event: s.names[x.event], On: x.on}
}

// note enters a good line under its names, and its link when it has one.
func (im *importer) note(l exchange.Line, c *claims.Claim, f fate) {
	n := len(im.steps.list)
	for kind, name := range map[string]string{"speaker": c.Speaker, "event": c.Event} {
		if _, known := im.steps.numbers[name]; !known {
			if text := report.MixedName(kind, name); text != "" {
				im.Sayf("%s:%d: %s", im.name, l.Number, text)
			}
		}
	}
	im.seen.Add(c.Identity(), n)
	im.steps.add(l.Number, c)
	if target := cmp.Or(l.Supersedes, l.Repeats); target != "" {
		im.links = append(im.links, pendingLink{line: l.Number, target: strings.Clone(target), place: n, fate: f})
	}
}

// checkLinks refuses links that no chain can have, and those to claims that
// neither file nor book have.
func (im *importer) checkLinks(ctx context.Context) (problems claims.Problems, err error) {
	targets := map[int]string{}
	for _, x := range im.links {
		targets[x.place] = x.target
	}
	for _, x := range im.links {
		before, err := im.before(ctx, x.target, targets)
		if err != nil {
			return nil, err
		}
		refusal := claims.Refuse("", "neither the file nor the book has a claim %q to follow", x.target).WithHint("name the earlier claim by its key or uid")
		if len(before) > 0 {
			refusal = im.steps.step(x.place).Follow(before...)
		}
		if refusal != nil {
			problems = append(problems, claims.InLine(im.name, x.line, refusal)...)
			im.bad[x.line] = true
			im.tally.bad++
			im.tally.move(x.fate, -1)
		}
	}
	im.links, im.seen, im.steps = nil, nil, stepList{}
	return problems, nil
}

// before returns the claim that a name means, and those it follows, in the
// file and in the book, nearest first; none when nobody has it. It goes
// around a circle once.
func (im *importer) before(ctx context.Context, name string, targets map[int]string) (chain []claims.Step, err error) {
	for gone := map[string]bool{}; name != ""; {
		var next claims.Step
		n, inFile := im.seen.Named(name)
		if inFile {
			next = im.steps.step(n)
		}
		if target := targets[n]; inFile && target != "" {
			name = target
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
