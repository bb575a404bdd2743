package report

import (
	"fmt"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/telling/chart"
)

// pick is a claim to begin with, and why.
type pick struct {
	Why  string
	Card Card
}

// mostRead is how many claims stand there to be read.
const mostRead = 5

// readSection is claims that show what the others are like. Each is so among
// all that can be led to, and a promise whose date was put off stands by its
// first date; one that cannot be shown has no second in its place.
func (r Report) readSection() section {
	s := section{ID: "read", Heading: "Claims to read"}
	for _, p := range superlatives {
		best := r.foremost(p.most)
		if best == nil || best.Quote == "" || len(s.Read) == mostRead {
			continue
		}
		if i := slices.IndexFunc(s.Read, func(k pick) bool { return k.Card.ID == best.ID }); i >= 0 {
			if !p.spare {
				s.Read[i].Why += "; " + lowered(p.why)
			}
			continue
		}
		s.Read = append(s.Read, pick{p.why, r.Card(best)})
	}
	if s.Read != nil && r.short() && r.pages == nil {
		s.Intro = []para{plain(fmt.Sprintf("Of the %s stated last.", Count(len(r.Claims), "claim")))}
	}
	return s
}

// superlatives are the reasons to read a claim, and how much each has of it: the
// longest overrun, the date put off by most, the surest that was wrong, what was
// said longest ahead and was right, and whose window ended last; the others come
// in where one claim is several of these.
var superlatives = []struct {
	why   string
	spare bool
	most  func(Report, *fact) float64
}{
	{"Came latest after its window", false, func(_ Report, f *fact) float64 { return float64(f.late) * is(f.fate() == chart.Late) }},
	{"Put off by most", false, func(r Report, f *fact) float64 { return float64(r.putOff[f.id]) }},
	{"Surest, and not as said", false, func(_ Report, f *fact) float64 { return f.brier * is(f.fate() == chart.Never) }},
	{"Said longest ahead, and right or kept in time", false, func(_ Report, f *fact) float64 {
		return float64(f.latest-f.said) * is(f.fate() == chart.InTime)
	}},
	{"Its window ended last, of those judged", false, func(_ Report, f *fact) float64 { return float64(f.latest) * is(f.fate() != "") }},
	{"Late by least", true, func(_ Report, f *fact) float64 { return is(f.fate() == chart.Late) / max(1, float64(f.late)) }},
	{"Its window ended first, of those judged", true, func(_ Report, f *fact) float64 { return is(f.fate() != "") / max(1, float64(f.latest)) }},
}

// foremost is the claim that has most of something, nil where none has any.
func (r Report) foremost(most func(Report, *fact) float64) *Claim {
	best, much := -1, 0.0
	for i := range r.all.facts {
		f := &r.all.facts[i]
		if at, moved := r.chainOf[f.id]; moved && r.Chains[at].Links[0].ID != f.id || !r.onPage(f.id) {
			continue
		}
		if x := most(r, f); x > much {
			best, much = i, x
		}
	}
	if best < 0 {
		return nil
	}
	return r.whole(r.all.facts[best].id)
}

// lowered is words that follow others.
func lowered(s string) string { return strings.ToLower(s[:1]) + s[1:] }

func is(b bool) float64 {
	if b {
		return 1
	}
	return 0
}

// putOffs are the days by which the first dates of promises were put off.
func putOffs(list []Chain) map[claims.ID]int {
	by := map[claims.ID]int{}
	for _, c := range list {
		if c.Promise && dated(c) {
			by[c.Links[0].ID] = days(c.SlipDays)
		}
	}
	return by
}
