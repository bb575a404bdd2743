package scoring

import (
	"cmp"
	"fmt"
	"slices"
)

// Right is one claim of a speaker that took a side and was right or wrong. It
// needs no number.
type Right struct {
	Speaker  string
	Event    string // "" is an event of its own
	Question string // tells claims on one event apart whose windows differ
	Right    bool
}

// RightBoard compares speakers by their share right of sided, with the same
// modes, tests and sentence as Leaderboard.
type RightBoard struct {
	Mode     Mode         `json:"mode"`
	Events   int          `json:"events"`   // distinct events of all speakers
	Ranked   int          `json:"ranked"`   // speakers with a row
	Mean     *float64     `json:"mean"`     // the share of all ranked, drawn to by Shrunk
	Rows     []RightPlace `json:"rows"`     // ordered by Shrunk, in mode skill by Adjusted; the best first
	Unranked []RightLeft  `json:"unranked"` // in mode skill: who shares too little with the others
	Named    []Named      `json:"named"`    // Difference is of the shares
	Gap      *float64     `json:"gap"`
	Sentence string       `json:"sentence"`
}

// RightPlace is one speaker's row, never to be shown without its interval.
type RightPlace struct {
	Name     string   `json:"name"`
	Hit               // every event weighs the same
	Shared   int      `json:"shared"`   // cells on questions that another ranked speaker addressed
	Adjusted *float64 `json:"adjusted"` // in mode skill: the share with the difficulty of the questions taken out
	Shrunk   float64  `json:"shrunk"`   // the share drawn towards the mean of all (beta-binomial)
	Rank     int      `json:"rank"`
	RankLow  int      `json:"rank_low"` // simultaneous 95 % interval
	RankHigh int      `json:"rank_high"`
}

// RightLeft is a speaker with enough events who cannot be compared by skill.
type RightLeft struct {
	Name   string  `json:"name"`
	Events int     `json:"events"`
	Shared int     `json:"shared"`
	Share  float64 `json:"share"`
}

// RankRight compares speakers by their share right, for books without numbers:
// being wrong is a loss of 1, and everything else is as in Rank. Shares are
// shrunk as those of a beta-binomial (ShrinkHits).
func RankRight(list []Right, o Options) RightBoard {
	o = o.withDefaults()
	o.onlySide = true
	b := rightBoard(list).present()
	l := RightBoard{Mode: ModeRecord, Events: b.events, Rows: []RightPlace{}, Unranked: []RightLeft{}, Named: []Named{}}
	if l.Sentence = b.tooLarge(); l.Sentence != "" {
		return l
	}
	c := b.contest(o, false)
	l.Ranked = len(c.ranked)
	if len(c.ranked) < 2 {
		l.Sentence = fmt.Sprintf(sentenceTooFew, "took a side on", o.MinEvents)
		return l
	}
	l.Mode, l.Gap = c.mode, c.gap
	l.put(list, &c)
	return l
}

// rightBoard is the board in which a wrong claim costs 1 and a right one
// nothing.
func rightBoard(list []Right) cellGrid {
	fs := make([]Forecast, len(list))
	for i, r := range list {
		fs[i] = Forecast{Speaker: r.Speaker, Event: r.Event, Question: r.Question, P: 1}
		if r.Right {
			fs[i].Y = 1
		}
	}
	return gridOf(slices.Values(fs))
}

// put fills in the rows in their order, the named pairs and the sentence.
func (l *RightBoard) put(list []Right, c *contest) {
	sided := map[string][]Sided{}
	for _, r := range list {
		sided[r.Speaker] = append(sided[r.Speaker], Sided{Event: r.Event, Right: r.Right})
	}
	hits := make([]Hit, len(c.ranked))
	var k, n float64
	for i, a := range c.ranked {
		hits[i] = EventShare(slices.Values(sided[a.name]))
		k, n = k+hits[i].K, n+float64(hits[i].N)
	}
	l.Mean = ptr(k / n)
	shrunk := ShrinkHits(hits)
	order := make([]int, len(c.ranked))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		first := cmp.Compare(*shrunk[j], *shrunk[i])
		if c.mode == ModeSkill {
			first = cmp.Compare(c.ranked[i].x, c.ranked[j].x)
		}
		return cmp.Or(first, cmp.Compare(*hits[j].Share, *hits[i].Share), cmp.Compare(c.ranked[i].name, c.ranked[j].name))
	})
	place := map[string]int{}
	for at, i := range order {
		a := c.ranked[i]
		r := RightPlace{Name: a.name, Hit: hits[i], Shared: a.shared, Shrunk: *shrunk[i], Rank: at + 1}
		if c.mode == ModeSkill {
			r.Adjusted = ptr(1 - a.x)
		}
		r.RankLow, r.RankHigh = c.rankInterval(i, at+1)
		l.Rows, place[a.name] = append(l.Rows, r), at
	}
	slices.SortFunc(c.named, func(x, y Named) int {
		return cmp.Or(cmp.Compare(place[x.Better], place[y.Better]), cmp.Compare(place[x.Worse], place[y.Worse]))
	})
	l.Named = append(l.Named, c.named...)
	for _, u := range c.left {
		l.Unranked = append(l.Unranked, RightLeft{u.Name, u.Events, u.Shared, 1 - u.Brier})
	}
	l.Sentence = c.sentence(rightWording)
}
