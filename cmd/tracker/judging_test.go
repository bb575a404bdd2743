package main

import (
	"bufio"
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// judgingCase is a statement logged on its day and resolved later: what was
// understood, what became of it, and the members of the claim.
type judgingCase struct {
	Why, Statement, Quote, Speaker, Verdict, On, Now string
	StatedOn                                         string `json:"stated_on"`
	SpeakerKind                                      string `json:"speaker_kind"`
	Flags                                            []string
	Expect                                           map[string]any
	Understood, Became                               string
}

// TestJudged logs, resolves and shows every case through the program.
func TestJudged(t *testing.T) {
	file, err := os.Open(filepath.Join("..", "..", "testdata", "judging", "cases.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	lines, n := bufio.NewScanner(file), 0
	for ; lines.Scan(); n++ {
		var c judgingCase
		if err := json.Unmarshal(lines.Bytes(), &c); err != nil {
			t.Fatalf("line %d: %v", n+1, err)
		}
		t.Run(c.Why, func(t *testing.T) { c.run(t) })
	}
	if err := lines.Err(); err != nil || n < 24 {
		t.Fatalf("%d cases, %v", n, err)
	}
}

func (c judgingCase) run(t *testing.T) {
	b := newTestBook(t)
	t.Setenv("TRACKER_NOW", c.StatedOn+"T12:00:00Z")
	add := slices.Concat([]string{"add", c.Statement, "--speaker", c.Speaker, "--kind", c.SpeakerKind, "--said", c.StatedOn, "--quote", c.Quote}, c.Flags)
	if code, _, said := b.try(t.Context(), add...); code != 0 || !strings.Contains(said, "  "+c.Understood+"\n") {
		t.Errorf("add, exit code %d, understood:\n%s\nwant:\n  %s", code, said, c.Understood)
	}
	t.Setenv("TRACKER_NOW", c.Now)
	resolve := []string{"resolve", "1", c.Verdict, "--note", "seen"}
	if c.On != "" {
		resolve = append(resolve, "--on", c.On)
	}
	if code, _, said := b.try(t.Context(), resolve...); code != 0 || !strings.Contains(said, c.Became+"\n") {
		t.Errorf("resolve, exit code %d, said:\n%s\nwant:\n%s", code, said, c.Became)
	}
	var shown struct {
		Claim map[string]any `json:"claim"`
	}
	if err := json.Unmarshal([]byte(b.run(0, "show", "1", "--json")), &shown); err != nil {
		t.Fatal(err)
	}
	shown.Claim["latest"] = shown.Claim["window"].(map[string]any)["latest"]
	for name, want := range c.Expect {
		if got, ok := shown.Claim[name]; !ok || got != want {
			t.Errorf("%s is %v, want %v", name, got, want)
		}
	}
}
