package draft

import (
	"regexp"
	"testing"
)

// BenchmarkThousandArticles reads the development set until a thousand articles
// are read, and the same text with the regular expression that somebody would
// write in its stead; ns/op of both are of one thousand.
func BenchmarkThousandArticles(b *testing.B) {
	r := reader(b)
	var all []Article
	size := 0
	for _, a := range articles(b) {
		all = append(all, a.article(b))
	}
	for len(all) < 1000 {
		all = append(all, all[len(all)%60])
	}
	all = all[:1000]
	for i := range all {
		size += len(all[i].Text)
	}
	b.Run("draft", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			for i := range all {
				r.Read(all[i])
			}
		}
	})
	cue := regexp.MustCompile(`(?i)[^.!?]*\b(will|would|could|expect(s|ed)?|plan(s|ned)?|due|set to|likely|next (week|month|year)|by (the end of )?\w+)\b[^.!?]*[.!?]`)
	b.Run("regexp", func(b *testing.B) {
		b.SetBytes(int64(size))
		for b.Loop() {
			for i := range all {
				cue.FindAllStringIndex(all[i].Text, -1)
			}
		}
	})
}
