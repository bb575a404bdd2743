package draft

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"testing"

	"tracker/reading/deadline"
)

var sentencesFiles = flag.String("sentences", "../../testdata/draft/*sentences.jsonl", "the files of labelled sentences")

type labelled struct {
	Sentence string
	Claim    bool
}

func labelledSentences(t testing.TB) []labelled {
	t.Helper()
	names, err := filepath.Glob(*sentencesFiles)
	if err != nil {
		t.Fatal(err)
	}
	var all []labelled
	for _, name := range names {
		data, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(data) {
			var l labelled
			if err := json.Unmarshal(line, &l); err != nil {
				t.Fatalf("%s: %v", name, err)
			}
			all = append(all, l)
		}
	}
	if len(all) < 100 {
		t.Fatalf("%d sentences, want at least 100", len(all))
	}
	return all
}

// The bars on single sentences: is there a claim in it?
func TestSentences(t *testing.T) {
	r := reader(t)
	said := deadline.Said{On: day(t, "2025-08-06")}
	var right, wrong, missed int
	for _, l := range labelledSentences(t) {
		switch found := r.Read(Article{Text: l.Sentence, Said: said, Source: "Evening News"}); {
		case l.Claim && len(found) > 0:
			right++
		case l.Claim:
			missed++
			note(t, "missed: %s", l.Sentence)
		case len(found) > 0:
			wrong++
			note(t, "wrong: %v %s", found[0].Why, l.Sentence)
		}
	}
	precision, recall := share(right, right+wrong), share(right, right+missed)
	t.Logf("%d sentences with a claim: precision %.3f, recall %.3f", right+missed, precision, recall)
	if precision < 0.95 || recall < 0.85 {
		t.Errorf("precision %.3f and recall %.3f, want .95 and .85", precision, recall)
	}
}

func note(t *testing.T, format string, args ...any) {
	t.Helper()
	if *verbose {
		t.Logf(format, args...)
	}
}
