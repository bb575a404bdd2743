package exchange

import (
	"fmt"
	"slices"
	"strings"
)

// Columns names the columns of a table of forecasts which are called something
// else: Columns{"forecaster": "speaker", "probability": "p"} reads the speaker
// from the column forecaster. The members are speaker, p, y, event and weight;
// a member nobody maps is looked for under its own name, and then under the
// titles that people use for it. Letter case and
// surrounding spaces of column names do not matter.
type Columns map[string]string

// The members of a row. Event and weight may be missing.
const (
	memberSpeaker = iota
	memberP
	memberY
	memberEvent
	memberWeight
	memberCount
)

var memberNames = [memberCount]string{"speaker", "p", "y", "event", "weight"}

// layout is where the members of a row stand; −1 is nowhere.
type layout struct {
	columns int
	at      [memberCount]int
}

// layout finds the members in a header. Every reason why it cannot be used is
// given.
func (c Columns) layout(header []string) (layout, []string) {
	if len(header) > maxColumns {
		return layout{}, []string{fmt.Sprintf("%d columns, more than %d", len(header), maxColumns)}
	}
	l := layout{columns: len(header)}
	names := make([]string, len(header))
	var reasons []string
	for i, name := range header {
		names[i] = plain(name)
		if names[i] != "" && slices.Index(names, names[i]) < i {
			reasons = append(reasons, fmt.Sprintf("column %q appears twice", strings.TrimSpace(name)))
		}
	}
	wanted, bad := c.wanted()
	reasons = append(reasons, bad...)
	for m, name := range wanted {
		l.at[m] = slices.Index(names, plain(name))
		if l.at[m] < 0 && name == memberNames[m] {
			l.at[m] = c.guessed(m, header)
		}
		if l.at[m] < 0 && (m <= memberY || name != memberNames[m]) {
			reasons = append(reasons, missing(name, m, header))
		}
	}
	return l, reasons
}

// guessed is where a title stands that people use for a member, -1 for none.
func (c Columns) guessed(member int, header []string) int {
	titles := [memberCount][]string{{"speaker"}, {forConfidence}, {forOutcome}, {"event", "statement"}, {}}
	for _, want := range titles[member] {
		i := slices.IndexFunc(header, func(title string) bool {
			_, mapped := c[title]
			return !mapped && guess(title) == want && !slices.Contains(memberNames[:], plain(title))
		})
		if i >= 0 {
			return i
		}
	}
	return -1
}

func plain(name string) string { return strings.ToLower(strings.TrimSpace(name)) }

// wanted is the column name of every member.
func (c Columns) wanted() (names [memberCount]string, reasons []string) {
	names = memberNames
	mapped := [memberCount]bool{}
	for column, member := range c {
		m := slices.Index(memberNames[:], plain(member))
		switch {
		case m < 0:
			reasons = append(reasons, fmt.Sprintf("column %q is mapped to %q, which is none of %s", column, member, strings.Join(memberNames[:], ", ")))
		case mapped[m]:
			reasons = append(reasons, fmt.Sprintf("two columns are mapped to %s", memberNames[m]))
		default:
			names[m], mapped[m] = column, true
		}
	}
	slices.Sort(reasons)
	return names, reasons
}

// missing explains why a header cannot serve.
func missing(name string, member int, header []string) string {
	list := strings.Join(header[:min(len(header), 10)], ", ")
	if name != memberNames[member] {
		return fmt.Sprintf("no column %q, which is mapped to %s, among %s", name, memberNames[member], list)
	}
	return fmt.Sprintf("no column %q among %s", name, list)
}
