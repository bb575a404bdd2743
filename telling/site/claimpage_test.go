package site

import (
	"testing"

	"tracker/board"
	"tracker/telling/report"
)

// The page of a claim is put together in the room of the one before it. What
// pieces of memory it takes are made for its numbers, not for its texts.
func TestClaimPageIsPutTogetherWithoutCopies(t *testing.T) {
	o := order("The bridge opens & “the talks” resume")
	w := &writer{Order: o, first: o.Report, below: o.Report.Below(), pages: templates()}
	if err := w.tell(); err != nil {
		t.Fatal(err)
	}
	err := o.Report.Each(func(c *report.Claim) error {
		p := claimPage{frame: w.frame("claims/x.html", "article"), Card: w.below.Card(c), Ways: w.ways(c, w.up(board.BySpeaker, c.Speaker)), Embed: "<iframe>"}
		p.Title, p.Says, p.Twin, p.Anchor = "The ministry: it opens", "Open", "x.json", cardAnchor
		var d desk
		if n := testing.AllocsPerRun(100, func() {
			d.page.Empty()
			p.write(&d.page)
		}); n > 1 {
			t.Errorf("a page takes %v pieces of memory", n)
		}
		return nil
	})
	if err != nil {
		t.Error(err)
	}
}
