package intake

import (
	"context"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/telling/report"
)

// BaselineBook is a book whose claims take baselines.
type BaselineBook interface {
	Same(ctx context.Context, c *claims.Claim) (same claims.Claim, ok bool, err error)
	// Change makes one change to each of some claims, all or none.
	Change(ctx context.Context, ids []claims.ID, fn func(*claims.Claim) error) ([]claims.Claim, error)
}

// Baselines sets what a market or a crowd gave claims, from a file with key or
// uid, p and day. Another number than a claim has already is a problem unless
// o.Update. Everything is checked first; o.SkipBad keeps the good lines.
func Baselines(ctx context.Context, p Program, b BaselineBook, o Options) error {
	file, err := p.source(ctx, o.File)
	if err != nil {
		return err
	}
	defer file.close()
	kind, err := exchange.KindOf(file.head, file.name, files.Ending(file.name))
	if err != nil {
		return err
	}
	list, err := exchange.ReadBaselines(file.open, file.name, kind)
	bad, isBad := claims.ProblemsOf(err)
	if err != nil && (!isBad || !o.SkipBad || list == nil) {
		return err
	}
	s := baselines{p: p, b: b, o: o, name: file.name, to: map[claims.UID]exchange.Baseline{}, bad: bad}
	for _, line := range list {
		if err := s.add(ctx, line); err != nil {
			return err
		}
	}
	return s.write(ctx)
}

// baselines gathers what a file sets.
type baselines struct {
	p    Program
	b    BaselineBook
	o    Options
	name string
	ids  []claims.ID
	to   map[claims.UID]exchange.Baseline
	same int // already in the book
	bad  claims.Problems
}

// add checks one line against the book. The error is not of the line.
func (s *baselines) add(ctx context.Context, line exchange.Baseline) error {
	c, known, err := s.b.Same(ctx, &claims.Claim{UID: line.UID, Key: line.Key})
	if err != nil {
		return err
	}
	wrong := func(err error) { s.bad = append(s.bad, claims.InLine(s.name, line.Number, err)...) }
	before, twice := s.to[c.UID]
	switch {
	case !known && line.UID != "":
		wrong(claims.Refuse("", "the book has no claim with the uid %s", line.UID).WithHint("tracker list --json has the uids"))
	case !known:
		wrong(claims.Refuse("", "the book has no claim with the key %.60q", line.Key).WithHint("tracker list --json has the keys and the uids"))
	case twice:
		wrong(claims.Refuse("", "claim %d is named twice, first in line %d", c.ID, before.Number).WithHint("keep the day that was nearest to its statement"))
	case c.BaselineP != nil && *c.BaselineP == line.P && c.BaselineOn == line.On:
		s.same++
		s.to[c.UID] = line
	case c.BaselineP != nil && !s.o.Update:
		wrong(claims.Refuse("", "claim %d has another baseline already: %s", c.ID, report.BaselineLine(c)).WithHint("--update changes it"))
	default:
		if err := c.SetBaseline(line.P, line.On, s.p.Today); err != nil {
			wrong(err)
			return nil
		}
		s.ids, s.to[c.UID] = append(s.ids, c.ID), line
	}
	return nil
}

// write makes the changes, all under one command.
func (s *baselines) write(ctx context.Context) error {
	if len(s.bad) > 0 {
		if !s.o.SkipBad {
			return s.bad.Err()
		}
		s.p.Refuse(s.bad)
	}
	if len(s.ids) > 0 && !s.o.DryRun {
		_, err := s.b.Change(ctx, s.ids, func(c *claims.Claim) error { return c.SetBaseline(s.to[c.UID].P, s.to[c.UID].On, s.p.Today) })
		if err != nil {
			return err
		}
	}
	done := "set"
	if s.o.DryRun {
		done = "would be set"
	}
	s.p.Sayf("%s %s, %d were so already, %d refused", report.Count(len(s.ids), "baseline"), done, s.same, len(s.bad))
	return nil
}
