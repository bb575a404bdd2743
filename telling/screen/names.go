package screen

import (
	"fmt"
	"strings"

	"tracker/calendar"
	"tracker/clean"
)

// Name is a name as people see it, with all that means the same.
type Name struct {
	Name    string
	Claims  int
	Date    calendar.Day // of an event that has one
	Aliases []string
}

// Names writes one row a name of a kind, such as speaker, with a column for
// dates where names have them, and offers to merge those that look alike.
func (s *Screen) Names(kind string, dated bool, list []Name, alike [][]string) {
	headers := []string{"name", "claims", "also called"}
	if dated {
		headers = []string{"name", "claims", "date", "also called"}
	}
	rows := make([][]string, 0, len(list))
	for _, n := range list {
		row := []string{clean.Line(n.Name), fmt.Sprint(n.Claims)}
		if dated {
			row = append(row, n.Date.String())
		}
		rows = append(rows, append(row, clean.Line(strings.Join(n.Aliases, ", "))))
	}
	if len(rows) > 0 || !s.TTYOut {
		s.Table(headers, rows)
	} else {
		s.Sayf("there is no %s yet", kind)
	}
	for _, group := range alike {
		s.Sayf("%s look alike", strings.Join(group, " and "))
		for _, name := range group[1:] {
			s.Sayf("hint: if they are one, tracker %s merge %q %q", kind, name, group[0])
		}
	}
}
