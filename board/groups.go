package board

import (
	"cmp"
	"slices"

	"tracker/claims"
	"tracker/reading/hedge"
)

// Grouping says what the rows of a board are.
type Grouping string

const (
	BySpeaker Grouping = "speaker"
	BySource  Grouping = "source"
	ByEvent   Grouping = "event"
	ByTag     Grouping = "tag"
	ByHedge   Grouping = "hedge"
	ByLead    Grouping = "lead" // how long before the end of its window it was said
)

// Groupings lists every grouping.
var Groupings = []Grouping{BySpeaker, BySource, ByEvent, ByTag, ByHedge, ByLead}

// groupKey names one row of a board.
type groupKey struct {
	role, name string
	order      int // before the name
}

func compareKeys(a, b groupKey) int {
	return cmp.Or(cmp.Compare(a.order, b.order), cmp.Compare(claims.Fold(a.name), claims.Fold(b.name)), cmp.Compare(a.name, b.name), cmp.Compare(a.role, b.role))
}

// Names of groups for claims without one.
const (
	noEvent  = "(no event)"
	noTag    = "(no tag)"
	noHedge  = "(no hedge)"
	inNumber = "(number)"
)

// keys returns the rows that c belongs to; root names the row of a hedge.
func keys(c *claims.Claim, by Grouping, root func(words string) string) []groupKey {
	switch by {
	case BySource:
		return sources(c)
	case ByEvent:
		return []groupKey{{name: cmp.Or(c.Event, noEvent)}}
	case ByHedge:
		if c.Hedge.Kind == hedge.Explicit {
			return []groupKey{{name: inNumber}}
		}
		if c.Hedge.Words == "" {
			return []groupKey{{name: noHedge}}
		}
		return []groupKey{{name: root(c.Hedge.Words)}}
	case ByLead:
		return []groupKey{leadOf(c)}
	case ByTag:
		var out []groupKey
		for _, t := range c.Tags {
			out = append(out, groupKey{name: t})
		}
		if out == nil {
			out = []groupKey{{name: noTag}}
		}
		return out
	}
	return []groupKey{{name: c.Speaker}}
}

// sources returns who carried c, each once, and the outlet that made it.
func sources(c *claims.Claim) []groupKey {
	var out []groupKey
	carry := func(name string) {
		if k := (groupKey{role: Carrier, name: name}); !slices.Contains(out, k) {
			out = append(out, k)
		}
	}
	for _, a := range c.Appearances {
		carry(a.Source)
	}
	for _, l := range c.Attribution {
		if l.Role == claims.Relay || l.Role == claims.Publisher {
			carry(l.Entity)
		}
	}
	if c.SpeakerKind == claims.Outlet {
		out = append(out, groupKey{role: Asserter, name: c.Speaker})
	}
	return out
}
