package deadline

// longestList is how many members a list of dates may have.
const longestList = 12

// list reads the further members of a list, which an "or" or "and" must end.
func (p *parser) list(d period, i int) (period, int) {
	all, end, closed := d, i, false
	for n := 0; !closed && n < longestList; n++ {
		k := p.over(i, ",")
		closed = p.at(k).among("or", "and", "/")
		if k = p.skip(k, "or", "and", "/"); k == i {
			return d, end
		}
		e, j := p.partner(all, k)
		if j == 0 || e.problem != "" || e.class == ClassEvent || !closed && e.gran != d.gran {
			break
		}
		all, i = p.listed(all, e), j
	}
	if !closed || i == end {
		return d, end
	}
	return all, i
}

// listed is a list of both, each an alternative.
func (p *parser) listed(d, e period) period {
	all := p.joined(d, e, "list")
	if all.problem != "" {
		return all
	}
	if d = inWeekOf(withYearOf(d, e), e); d.rule != "list" {
		all.other(d.first, d.last, "only the first of them")
	} else {
		all.alts = append(all.alts, d.alts...)
	}
	all.other(e.first, e.last, "only "+e.first.String())
	return all
}
