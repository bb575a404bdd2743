package draft

// why is the ids of the rules that made a draft, in the order in which they
// were used.
func why(c cue, v voice, d *Draft) []string {
	ids := []string{c.rule, v.rule}
	if d.Dated() {
		ids = append(ids, "dated")
	}
	if d.Again {
		ids = append(ids, "again")
	}
	return ids
}

// score is how likely a draft is worth logging, from 0 to 1.
func score(c cue, v voice, d *Draft, kind blockKind) float64 {
	points := map[tier]float64{modal: 0.5, commitment: 0.5, likelihood: 0.45, weak: 0.3, timed: 0.4}[c.tier]
	if (window{Reading: d.Window}).hard() {
		points += 0.25
	} else if d.Dated() {
		points += 0.1
	}
	switch v.sure {
	case Certain:
		points += 0.15
	case Likely:
		points += 0.1
	}
	if d.Spoken {
		points += 0.08
	}
	if d.Again {
		points -= 0.2
	}
	if kind == heading {
		points -= 0.15
	}
	if len(d.Quote) < 20 {
		points -= 0.1
	}
	return min(max(points, 0), 1)
}
