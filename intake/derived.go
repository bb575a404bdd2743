package intake

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tracker/claims"
	"tracker/exchange"
)

// examples is how many of something are shown where it is counted.
const examples = 3

// derivedTally is what a file says that follows from the rest of it.
type derivedTally struct {
	names []string
	n     int // claims of which it says otherwise
	shown []string
}

// note takes up what a line says of a claim, and compares it with what
// follows here.
func (t *derivedTally) note(l *exchange.Line, c *claims.Claim, now claims.Instant) {
	compared := false
	for _, d := range l.Derived {
		if !slices.ContainsFunc(t.names, func(known string) bool { return known == d.Name() }) {
			t.names = append(t.names, d.Name())
		}
		compared = compared || d.In == "" && d.Text != "" && compares(d.Member)
	}
	if !compared {
		return
	}
	here := *c
	here.Entered(now)
	v := here.View(now)
	var words []string
	for _, d := range l.Derived {
		if text := follows(&v, d); d.In == "" && d.Text != "" && text != "" && !strings.EqualFold(d.Text, text) && !passed(d, text) {
			words = append(words, fmt.Sprintf("%s is %q there and %q here", d.Member, d.Text, text))
		}
	}
	if len(words) == 0 {
		return
	}
	if t.n++; len(t.shown) < examples {
		t.shown = append(t.shown, fmt.Sprintf("line %d: %s", l.Number, strings.Join(words, ", ")))
	}
}

func compares(member string) bool {
	return slices.Contains([]string{"status", "standing", "side", "right", "hindsight"}, member)
}

// follows is what follows here for a member, "" for one that is not compared.
func follows(v *claims.View, d exchange.Derived) string {
	switch d.Member {
	case "status":
		return string(v.Status)
	case "standing":
		return string(v.Standing)
	case "side":
		return string(v.Side)
	case "right":
		if v.Right == nil {
			return "null"
		}
		return strconv.FormatBool(*v.Right)
	case "hindsight":
		return strconv.FormatBool(v.Hindsight)
	}
	return ""
}

// passed reports whether a difference is only that time has passed, or one
// that the import tells anyway.
func passed(d exchange.Derived, here string) bool {
	return here == "due" && (d.Text == "open" || d.Text == "snoozed") || d.Member == "hindsight" && here == "true"
}

// tell says what was not read, and what of it is otherwise.
func (t *derivedTally) tell(im *importer) {
	if im.plan == nil && len(t.names) > 0 {
		im.Sayf("derived, not read: %s", strings.Join(t.names, ", "))
	}
	if t.n > 0 {
		im.Sayf("note: of %s the file says otherwise than follows here: %s", claimsText(t.n), strings.Join(t.shown, "; "))
	}
}
