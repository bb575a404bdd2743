package dialogue

import (
	"fmt"

	"tracker/claims"
	"tracker/clean"
	"tracker/telling/report"
)

// ListDrafts lists drafts: for people each with its sentence and what it would be
// logged as, for a pipe a row of stated_on, earliest, latest, speaker,
// statement and polarity.
func (d *Dialogue) ListDrafts(list []Found) {
	for i := range list {
		x := &list[i]
		c, _, err := d.Reader.Claim(x.Draft, d.Now)
		if !d.TTYOut {
			d.Printf("%s\t%s\t%s\t%s\t%s\t%s\n", x.Draft.StatedOn, c.Window.Earliest, c.Window.Latest, clean.Line(x.Draft.Speaker), clean.Line(x.Draft.Statement), x.Draft.Polarity)
			continue
		}
		d.Printf("\n%s\n", d.Rule(fmt.Sprintf("%d of %d", i+1, len(list))))
		d.place(x)
		if list, refused := claims.ProblemsOf(err); refused {
			d.RefuseAnswer(list)
			continue
		}
		d.Printf("\n  %s\n", d.Indented(report.Understood(d.view(c)), 2))
	}
}
