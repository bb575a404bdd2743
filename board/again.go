package board

import (
	"maps"
	"slices"

	"tracker/claims"
	"tracker/scoring"
)

// trial is the entries of a board as they count under another choice, and what
// that touches.
type trial struct {
	of     *entries
	moved  []bool // by place: it counts otherwise
	events []bool // by text: one that is on it counts otherwise
}

// again makes the entries of a board as they are when some count otherwise and
// some claims are gone. What is asked on an event is worked out again where
// others count on it than before.
func (t *trials) again(list []otherwise, gone func(*claims.Claim) bool) *trial {
	n := trial{of: t.of.another(), moved: make([]bool, t.of.len()), events: make([]bool, len(t.of.texts.list))}
	asked := make([]bool, len(n.events))
	for _, o := range list {
		s := n.of.change(int(o.place))
		asked[s.event] = asked[s.event] || s.absent() != o.absent
		if s.setAbsent(o.absent); !o.absent {
			s.reading, s.result = o.reading, o.result
		}
		n.touch(o.place)
	}
	n.chainAgain(t, gone)
	var windows []scoring.Window
	for event, again := range asked {
		if again && event != noText {
			windows = n.of.askOn(t.on(int32(event)), windows)
			t.asked.Add(1)
		}
	}
	return &n
}

// touch notes that what is at a place counts otherwise.
func (n *trial) touch(place int32) {
	n.moved[place], n.events[n.of.small(int(place)).event] = true, true
}

// touches reports whether any of some places is touched: what is a question
// depends on everybody's windows, so all claims on an event are.
func (n *trial) touches(some []int32) bool {
	return slices.ContainsFunc(some, func(i int32) bool {
		event := n.of.small(int(i)).event
		return n.moved[i] || event != noText && n.events[event]
	})
}

// chainAgain links the chains that are left without the claims that are gone.
func (n *trial) chainAgain(t *trials, gone func(*claims.Claim) bool) {
	rest := slices.DeleteFunc(slices.Clone(t.linked), func(j Judged) bool { return gone(j.Claim) })
	if len(rest) == len(t.linked) {
		return
	}
	chains := Chains(rest)
	n.of.links = maps.Clone(n.of.links)
	n.of.link(chains)
	before, after := linksOf(t.chains), linksOf(chains)
	for place, k := range n.of.links {
		if k.uid != "" && before[k.uid] != after[k.uid] {
			n.touch(place)
		}
	}
}

// linkOf says where in a chain a claim is; the zero value is that of no chain.
type linkOf struct {
	first claims.UID
	link  int
}

func linksOf(chains []Chain) map[claims.UID]linkOf {
	at := map[claims.UID]linkOf{}
	for _, c := range chains {
		for i, j := range c.Links {
			at[j.Claim.UID] = linkOf{c.Links[0].Claim.UID, i}
		}
	}
	return at
}
