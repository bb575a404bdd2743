package exchange

import (
	"slices"
	"strings"

	"tracker/claims"
	"tracker/reading/deadline"
)

// object is the claim object of one line: every member as it was given, the
// short forms beside what they are short for.
type object struct {
	view     claims.View
	first    claims.Appearance // the columns source, url ... of a CSV file
	words    string            // "hedge": "likely"
	phrase   string            // deadline_phrase
	grace    *int              // window.grace_days and
	accepted *bool             // window.accepted, nil when they are not given

	verdict, resolution verdict // two names of one thing
}

type verdict struct {
	claims.Verdict
	given bool
}

// member is one member of an object and the address where it is kept.
type member struct {
	name    string
	addr    any
	derived bool                // written, and skipped when read
	unread  bool                // of a draft and no claim: skipped
	normal  func(string) string // the form in which a book keeps a text; may be nil
}

// shape is what an object may hold.
type shape struct {
	members []member
	last    int     // the member found last
	seen    uint64  // a bit for each member read so far
	given   *bool   // set when the object is given at all; may be nil
	short   *string // where a text in place of the object goes; may be nil
}

func newShape(members []member) *shape { return &shape{members: members, last: len(members) - 1} }

// find returns the index of a member. It looks on from the one found last,
// because most files keep an order.
func (s *shape) find(name string) (i int, ok bool) {
	for range s.members {
		if s.last++; s.last >= len(s.members) {
			s.last = 0
		}
		if s.members[s.last].name == name {
			return s.last, true
		}
	}
	return 0, false
}

// shape lists the members of the claim object in the order of
// docs/format.md: those of the tables in claims, and the short forms. The
// addresses stay valid when *o is overwritten.
func (o *object) shape() *shape {
	c := &o.view.Claim
	s := newShape(membersOf(c, claims.Members))
	s.replace("supersedes", (*string)(&c.Supersedes)) // a file may name a key
	s.replace("repeats", (*string)(&c.Repeats))
	s.replace("verdict", o.verdict.shape())
	s.addr("hedge").(*shape).short = &o.words
	window := s.addr("window").(*shape)
	window.replace("grace_days", &o.grace)
	window.replace("accepted", &o.accepted)
	s.follow("window", member{name: "deadline_phrase", addr: &o.phrase, normal: strings.TrimSpace})
	s.follow("verdict", member{name: "resolution", addr: o.resolution.shape()})
	s.members = append(s.members, membersOf(&o.view, claims.ViewMembers)...)
	return s
}

// at returns the index of a member that is there.
func (s *shape) at(name string) int {
	return slices.IndexFunc(s.members, func(m member) bool { return m.name == name })
}

func (s *shape) addr(name string) any { return s.members[s.at(name)].addr }

// replace keeps a member somewhere else.
func (s *shape) replace(name string, addr any) { s.members[s.at(name)].addr = addr }

// follow puts a member after another.
func (s *shape) follow(name string, m member) {
	s.members = slices.Insert(s.members, s.at(name)+1, m)
}

// membersOf returns the members of what a table of claims is about.
func membersOf[T any](of *T, table []claims.Member[T]) []member {
	list := make([]member, len(table))
	for i, m := range table {
		list[i] = member{name: m.Name, addr: addrOf(m.Addr(of)), derived: m.Derived, normal: m.Normal}
	}
	return list
}

// addrOf is an address of claims as it is read and written: an object or a list
// in a form of its own, everything else as it is.
func addrOf(addr any) any {
	switch p := addr.(type) {
	case *claims.Hedge:
		return newShape(membersOf(p, claims.HedgeMembers))
	case *claims.Window:
		return newShape(membersOf(p, claims.WindowMembers))
	case *[]string:
		return listOf(p, func(t *string) any { return t }, tagForm{})
	case *[]claims.Link:
		return listOf(p, shapeOf(claims.LinkMembers), linkForm{})
	case *[]claims.Appearance:
		return listOf(p, shapeOf(claims.AppearanceMembers), nil)
	case *[]deadline.Alternative:
		return listOf(p, shapeOf(claims.AlternativeMembers), nil)
	case *[]claims.Evidence:
		return listOf(p, shapeOf(claims.EvidenceMembers), evidenceForm{})
	case *[]claims.Proposal:
		return listOf(p, shapeOf(claims.ProposalMembers), nil)
	}
	return addr
}

// shapeOf makes the address of an element of a list.
func shapeOf[T any](table []claims.Member[T]) func(*T) any {
	return func(elem *T) any { return newShape(membersOf(elem, table)) }
}

func (v *verdict) shape() *shape {
	s := newShape(membersOf(&v.Verdict, claims.VerdictMembers))
	s.given = &v.given
	return s
}

// column is one column of a CSV file: a member by its full name, window.phrase
// for the phrase of window.
type column struct {
	member
	given *bool // of the object it belongs to; may be nil
}

// columns lists the columns of a claim in the order of docs/format.md: its
// members, those of objects led by the object's name. The first appearance
// has columns of its own, before the one for the others.
func (o *object) columns() []column {
	var list []column
	for _, m := range o.shape().members {
		switch addr := m.addr.(type) {
		case *shape:
			if addr.short != nil {
				list = append(list, column{member: member{name: m.name, addr: addr.short}})
			}
			for _, inner := range addr.members {
				inner.name = m.name + "." + inner.name
				list = append(list, column{inner, addr.given})
			}
		default:
			if m.name == "appearances" {
				for _, inner := range membersOf(&o.first, claims.AppearanceMembers) {
					list = append(list, column{member: inner})
				}
			}
			list = append(list, column{member: m})
		}
	}
	return list
}

// isShort reports whether a column is a short form or another name, which is
// read and never written.
func (c column) isShort() bool {
	return c.name == "hedge" || c.name == "deadline_phrase" || strings.HasPrefix(c.name, "resolution.")
}

// required lists the members that every claim gives.
func (o *object) required() []member {
	c := &o.view.Claim
	return []member{{name: "statement", addr: &c.Statement}, {name: "speaker", addr: &c.Speaker}, {name: "stated_on", addr: (*string)(&c.StatedOn)}}
}
