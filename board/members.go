package board

import "tracker/claims"

// RowName names a row of a board; Role is set for sources.
type RowName struct{ Role, Name string }

// RowsOf are the names of the rows of a grouping that a claim belongs to.
func RowsOf(c *claims.Claim, by Grouping, root func(words string) string) []RowName {
	if root == nil {
		root = claims.Fold
	}
	var list []RowName
	for _, k := range keys(c, by, root) {
		list = append(list, RowName{k.role, k.name})
	}
	return list
}
