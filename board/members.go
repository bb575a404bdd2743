package board

import "tracker/claims"

// RowName names a row of a board; Role is set for sources.
type RowName struct{ Role, Name string }

// Members are the claims behind every row of a grouping, in the order given.
// root names the row of words of confidence; nil takes each for itself.
func Members(list []Judged, by Grouping, root func(words string) string) map[RowName][]claims.ID {
	if root == nil {
		root = claims.Fold
	}
	members := map[RowName][]claims.ID{}
	for _, j := range list {
		for _, k := range keys(j.Claim, by, root) {
			name := RowName{k.role, k.name}
			members[name] = append(members[name], j.Claim.ID)
		}
	}
	return members
}

// Regrouped are the rows of another grouping of the same claims.
func (b Board) Regrouped(by Grouping, o Options) []Group {
	o.FiguresOnly, o.RankRight = true, false
	return Score(b.claims(), by, b.Policy, b.AsOf, o).Groups
}
