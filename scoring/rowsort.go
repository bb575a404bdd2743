package scoring

import (
	"math"
	"slices"
)

// sortedRows is rows in the order of compareRows, in no more room than they need:
// by the upper bits of p, which takes a fraction of the time of comparing them, and
// then those that share these.
func (m *merger) sortedRows(rows []row) []row {
	m.fresh = m.fresh[:0]
	for i, r := range rows {
		m.fresh = append(m.fresh, math.Float64bits(r.p)>>30<<32|uint64(i))
	}
	m.spare = sortKeys(m.fresh, m.spare)
	sorted := make([]row, len(rows))
	for i, key := range m.fresh {
		sorted[i] = rows[uint32(key)]
	}
	for start, end := 0, 0; start < len(rows); start = end {
		for end = start + 1; end < len(rows) && m.fresh[end]>>32 == m.fresh[start]>>32; end++ {
		}
		slices.SortFunc(sorted[start:end], func(a, b row) int { return compareRows(&a, &b) })
	}
	return sorted
}
