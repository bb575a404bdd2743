package board

import (
	"tracker/claims"
	"tracker/scoring"
)

// enter notes what counts of a claim, and returns its place.
func (s *scorer) enter(j Judged, keep bool) int {
	e := newEntry(j)
	if !keep && e.repeats == "" {
		e.uid = "" // only what is kept is a link of a chain
	}
	return s.entries.add(&e)
}

// takePart is take for a board of which only a part is wanted.
func (s *scorer) takePart(c *claims.Claim, j Judged, keep bool) {
	s.all.denominator.count(j)
	kept := s.o.Keep != nil && s.o.Keep(c.Speaker)
	if s.o.Part == PartBetween && !kept {
		return
	}
	if s.o.Part == PartChoices {
		if keep {
			s.board.Judged = append(s.board.Judged, j)
		}
		return
	}
	if keep {
		s.board.Judged = append(s.board.Judged, j)
	}
	at := -1
	if j.Y != nil {
		at = s.enter(j, keep)
	}
	if !s.hasRow(c.Speaker) {
		return
	}
	one := s.taken(j, at)
	s.each(c, func(t *groupTally) { t.take(one, s.board.Policy) })
}

// hasRow reports whether a claim of a speaker has rows on the board.
func (s *scorer) hasRow(speaker string) bool {
	return s.o.Part == PartAll || s.o.Part == PartPlace && s.o.Keep != nil && s.o.Keep(speaker)
}

// finishPart ends a board of which only a part is wanted.
func (s *scorer) finishPart(b Board) Board {
	if s.o.Part != PartPlace || s.o.Ended() {
		return b
	}
	all := weigh(s.entries, s.entries.places(), b.Policy)
	b.Groups = s.groups(s.tallies, all.forecasts())
	board := scoring.Rank(all.forecasts(), s.o.Options)
	b.Leaderboard = &board
	return b
}
