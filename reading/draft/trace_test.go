package draft

import (
	"flag"
	"testing"

	"tracker/reading/clause"
	"tracker/reading/deadline"
)

var traced = flag.String("trace", "", "a sentence to show the reading of")

func TestTrace(t *testing.T) {
	if *traced == "" {
		t.Skip()
	}
	r := reader(t)
	p := newPage(r, Article{Text: *traced, Said: deadline.Said{On: day(t, "2025-08-06")}, Source: "Evening News"})
	t.Log()
	for n, tx := range p.texts {
		for i, w := range tx.Words {
			t.Logf("%d %s of %d role %d", i, w.Text, tx.Of[i], tx.Clauses[tx.Of[i]].Role)
		}
		for _, a := range p.speaks[n] {
			t.Logf("attribution %+v", a)
		}
		found := cues(tx)
		for k, c := range found {
			part := p.part(n, found, k)
			v := p.speaker(n, c.at, c)
			w := p.window(n, part, c, v.ago)
			t.Logf("cue %+v part %v forbids %q voice %+v window %q past %v after %v", c, part, forbids(tx, c, asks(*traced)), v, w.Phrase, w.past, w.after)
		}
	}
	for _, d := range r.Read(p.Article) {
		t.Logf("%+v", d)
	}
	_ = clause.Cut
}
