package report

import (
	"fmt"
	"io"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/clean"
)

// Digest writes what waits for a verdict, as a mail would have it.
func Digest(w io.Writer, list []claims.View, today calendar.Day) {
	verb := "wait"
	if len(list) == 1 {
		verb = "waits"
	}
	fmt.Fprintf(w, "%s %s for a verdict, %s\n", Count(len(list), "claim"), verb, Day(today))
	for _, c := range list {
		said := c.Statement
		if c.Quote != "" {
			said += " (“" + strings.Trim(c.Quote, "“”\"") + "”)"
		}
		fmt.Fprintf(w, "\n%d  %s, %s: %s\n", c.ID, clean.Line(c.Speaker), Day(c.StatedOn.Day()), clean.Line(said))
		fmt.Fprintf(w, "   window %s\n", WindowLine(c.Window))
		if c.Condition != "" {
			fmt.Fprintf(w, "   %s\n", clean.Line(c.If()))
		}
		if c.Criterion != "" {
			fmt.Fprintf(w, "   decided by: %s\n", clean.Line(c.Criterion))
		}
		if c.Window.Soft() {
			fmt.Fprintf(w, "   for review: %s; tracker accept %d makes the end hard, tracker snooze %d --until DATE waits\n",
				SoftEnd(c.Window), c.ID, c.ID)
		}
		fmt.Fprintf(w, "   tracker resolve %d yes|no|partial|unclear|void [--on DATE] --evidence URL\n", c.ID)
	}
}
