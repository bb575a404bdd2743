package report

import (
	"slices"
	"strconv"
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// elsewhere are the members that have no column of their own: their parts
// have, or carried_by, urls and the columns of the verdict tell them. Of other
// readings of a window only JSON tells.
var elsewhere = []string{"attribution", "appearances", "hedge", "window", "window.alternatives", "verdict"}

// member is the column of a member of the claim.
func member(name string) column {
	i := slices.IndexFunc(claims.FlatMembers, func(m claims.Member[claims.Claim]) bool { return m.Name == name })
	place := claims.FlatMembers[i].Addr
	return column{name, func(_ *Report, c *Claim) string { return memberCell(place(&c.Claim)) }}
}

// otherMembers are the columns of all public members that no other list has.
func otherMembers(lists ...[]column) []column {
	others := slices.Concat(lists...)
	var list []column
	for _, m := range claims.FlatMembers {
		has := func(c column) bool { return c.name == m.Name }
		if !m.Private && !m.Derived && !slices.Contains(elsewhere, m.Name) && !slices.ContainsFunc(others, has) {
			list = append(list, member(m.Name))
		}
	}
	return list
}

// memberCell is what is in a place as a cell shows it.
func memberCell(place any) string {
	switch p := place.(type) {
	case *string:
		return cell(*p)
	case *claims.UID:
		return cell(string(*p))
	case *[]string:
		return cell(strings.Join(*p, " "))
	case *calendar.Day:
		return p.String()
	case *claims.Instant:
		return p.String()
	case **float64:
		return number(*p)
	case *int64:
		return strconv.FormatInt(*p, 10)
	case *int:
		return strconv.Itoa(*p)
	case *bool:
		return strconv.FormatBool(*p)
	}
	return ""
}
