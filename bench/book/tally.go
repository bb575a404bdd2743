package main

import (
	"fmt"
	"strings"
	"time"
)

// tally says which goals are met.
type tally struct {
	met    int
	missed []string
}

// verdict enters whether a goal is met, and says it.
func (t *tally) verdict(what string, met bool) string {
	if met {
		t.met++
		return "met"
	}
	t.missed = append(t.missed, what)
	return "not met"
}

// compare prints one comparison: medians, their ratio by the clock, which is
// held against the goal, and that of the processor times. 0 is no goal.
func (t *tally) compare(what string, ours, theirs []took, goal float64) {
	a, b := median(ours), median(theirs)
	ratio := float64(a.wall) / float64(b.wall)
	line := fmt.Sprintf("%-34s %12s %12s %8.2f %8.2f", what, a.wall.Round(10*time.Microsecond), b.wall.Round(10*time.Microsecond), ratio, float64(a.cpu)/float64(b.cpu))
	if goal > 0 {
		line += fmt.Sprintf(" %8g %s", goal, t.verdict(what, ratio <= goal))
	}
	fmt.Println(line)
}

// limit prints a figure that is to be at most a goal, and what is to be said
// beside it.
func (t *tally) limit(what string, figure, goal float64, beside string) {
	fmt.Printf("%-34s %12.4g %12s %8s %8s %8g %s\n", what, figure, beside, "", "", goal, t.verdict(what, figure <= goal))
}

// told says how many goals are met, and reports whether all are.
func (t *tally) told() bool {
	if len(t.missed) == 0 {
		fmt.Printf("all %d goals are met\n", t.met)
		return true
	}
	fmt.Printf("%d of %d goals are met; not met: %s\n", t.met, t.met+len(t.missed), strings.Join(t.missed, "; "))
	return false
}
