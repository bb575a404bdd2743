package board

import (
	"maps"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/scoring"
)

// Year is what was right of what had to come true in one year: that in which
// the windows ended.
type Year struct {
	Year int         `json:"year"`
	Hit  scoring.Hit `json:"hit"`
	IDs  []claims.ID `json:"ids"` // of the claims that count, in the board's order
}

// Years are the years from the first to the last in which a window that counts
// ended; one without any claim has none.
func (b Board) Years() []Year {
	entries, all := b.counted()
	at, ids := map[int][]int32{}, map[int][]claims.ID{}
	for _, i := range all {
		s := entries.small(int(i))
		year, _, _ := calendar.Day(s.end).Civil()
		at[year], ids[year] = append(at[year], i), append(ids[year], s.id)
	}
	if len(all) == 0 {
		return []Year{}
	}
	seen := slices.Sorted(maps.Keys(at))
	var list []Year
	for year := seen[0]; year <= seen[len(seen)-1]; year++ {
		list = append(list, Year{year, weigh(entries, at[year], b.Policy).hit(b.Policy), append([]claims.ID{}, ids[year]...)})
	}
	return list
}
