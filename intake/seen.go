package intake

import (
	"fmt"
	"hash/maphash"

	"tracker/calendar"
	"tracker/claims"
	"tracker/spill"
)

// seenLines finds the claims that a file has had by their identities. Memory
// keeps hashes only.
type seenLines struct {
	lines             *spill.Index[seenLine]
	uids, keys, words maphash.Seed
	links             int // how many follow another claim
}

// seenLine is a claim of the file as chains see it.
type seenLine struct {
	Line           int
	On             calendar.Day
	Speaker, Event string // as people see them
	Follows        string // the key or uid of another claim, "" for none
	Fate           fate
}

func newSeenLines() *seenLines {
	return &seenLines{lines: spill.NewIndex[seenLine](), uids: maphash.MakeSeed(), keys: maphash.MakeSeed(), words: maphash.MakeSeed()}
}

// add enters a line under identities. Of several under one the first is found.
func (s *seenLines) add(l seenLine, list ...claims.Identity) error {
	hashes := make([]uint64, 0, 8)
	for _, i := range list {
		if i.UID != "" {
			hashes = append(hashes, s.uid(string(i.UID)))
		}
		if i.Key != "" {
			hashes = append(hashes, s.key(i.Key))
		}
		hashes = append(hashes, s.digest(i))
	}
	if l.Follows != "" {
		s.links++
	}
	return keeping(s.lines.Add(&l, hashes...))
}

// find returns the line whose claim i is, in the sense of claims.Identity.Is.
func (s *seenLines) find(i claims.Identity) (seenLine, bool, error) {
	switch {
	case i.UID != "":
		return s.lines.Find(s.uid(string(i.UID)))
	case i.Key != "":
		return s.byKey(i.Key)
	}
	return s.lines.Find(s.digest(i))
}

// named returns the line whose claim has a uid, else a key, of this name.
func (s *seenLines) named(name string) (seenLine, bool, error) {
	if l, ok, err := s.lines.Find(s.uid(name)); ok || err != nil {
		return l, ok, err
	}
	return s.byKey(name)
}

// byKey returns the line with a key; no two may have the same.
func (s *seenLines) byKey(key string) (l seenLine, ok bool, err error) {
	if key == "" {
		return l, false, nil
	}
	return s.lines.Find(s.key(key))
}

func (s *seenLines) uid(name string) uint64          { return maphash.String(s.uids, name) }
func (s *seenLines) key(name string) uint64          { return maphash.String(s.keys, name) }
func (s *seenLines) digest(i claims.Identity) uint64 { return maphash.Bytes(s.words, i.Digest[:]) }

// step is the claim of a line as the rules of a chain see it.
func (l *seenLine) step() claims.Step {
	called := fmt.Sprintf("line %d", l.Line)
	return claims.Step{Ref: called, Called: called, Speaker: l.Speaker, Event: l.Event, On: l.On}
}
