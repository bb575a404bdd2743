package board

import (
	"encoding/json"
	"iter"
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
	IDs  IDs         `json:"ids"` // of the claims that count, in the board's order
}

// IDs are numbers of claims that are looked up one by one; nil has none.
type IDs iter.Seq[claims.ID]

// MarshalJSON writes all of them.
func (l IDs) MarshalJSON() ([]byte, error) {
	if l == nil {
		return []byte("[]"), nil
	}
	return json.Marshal(slices.AppendSeq([]claims.ID{}, iter.Seq[claims.ID](l)))
}

// Years are the years from the first to the last in which a window that counts
// ended; one without any claim has none.
func (b Board) Years() []Year {
	entries, all := b.counted()
	if len(all) == 0 {
		return []Year{}
	}
	first, last := entries.ends(all)
	list := []Year{}
	for year := yearOf(first); year <= yearOf(last); year++ {
		in := span{from: calendar.Date(year, 1, 1), to: calendar.Date(year+1, 1, 1) - 1}
		at := slices.Collect(entries.endingIn(in, all))
		list = append(list, Year{year, weigh(entries, at, b.Policy).hit(b.Policy), func(yield func(claims.ID) bool) {
			for i := range entries.endingIn(in, all) {
				if !yield(entries.small(int(i)).id) {
					return
				}
			}
		}})
	}
	return list
}

func yearOf(day int32) int {
	year, _, _ := calendar.Day(day).Civil()
	return year
}

// ends are the first and the last day on which the windows of some entries
// ended.
func (l *entries) ends(at []int32) (first, last int32) {
	first = l.small(int(at[0])).end
	last = first
	for _, i := range at {
		end := l.small(int(i)).end
		first, last = min(first, end), max(last, end)
	}
	return first, last
}

// endingIn yields those of some entries whose windows ended in some days.
func (l *entries) endingIn(in span, all []int32) iter.Seq[int32] {
	return func(yield func(int32) bool) {
		for _, i := range all {
			if end := calendar.Day(l.small(int(i)).end); in.from <= end && end <= in.to && !yield(i) {
				return
			}
		}
	}
}
