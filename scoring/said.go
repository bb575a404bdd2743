package scoring

import "iter"

// Said is a forecast by numbers: speakers and events in the order of their names,
// whose names nobody has to look up. Weight is above 0.
type Said struct {
	Speaker, Event, Question int32 // NoEvent for an event of its own; then Question means nothing
	P, Y, Weight             float64
	Later                    bool
}

// AllSaid are such forecasts in an order; see Forecasts.
type AllSaid = iter.Seq[Said]

// Standing is what a leaderboard says of people, without its rows: how many are
// ranked, and which of their differences stand, in no order.
type Standing struct {
	Ranked int
	Named  []Named
}

// Standings is what Rank says of what speakers said; names are theirs.
func Standings(names []string, all AllSaid, o Options) Standing {
	return gridOfSaid(names, all).standing(o, true)
}

// RightStandings is what RankRight says likewise; P is 1, and Y 1 where the side
// was right.
func RightStandings(names []string, all AllSaid, o Options) Standing {
	return gridOfSaid(names, all).standing(o, false)
}

// Ranked is how many speakers Rank ranks.
func Ranked(names []string, all AllSaid, o Options) int {
	o = o.withDefaults()
	b := gridOfSaid(names, all).present()
	if b.tooLarge() != "" {
		return 0
	}
	eligible := b.eligible(o.MinEvents)
	if len(eligible) < 2 {
		return len(eligible)
	}
	ranked, _ := b.comparable(eligible)
	return len(ranked)
}

func (b cellGrid) standing(o Options, surer bool) Standing {
	b, o = b.present(), o.withDefaults()
	if b.tooLarge() != "" {
		return Standing{}
	}
	o.onlySide, o.onlyNamed = true, true
	c := b.contest(o, surer)
	return Standing{len(c.ranked), c.named}
}
