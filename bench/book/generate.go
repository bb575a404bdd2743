package main

import (
	"bufio"
	"encoding/json"
	"fmt"
	"math/rand/v2"
	"os"
	"time"
)

// What generated claims are made of.
var (
	phrases  = []string{"next week", "by the end of the year", "in the coming days", "within 30 days", "by mid-March", "in Q3", "soon", "as early as Monday"}
	hedges   = []string{"will", "could", "likely", "expected to", "plans to", "unlikely", "good chance", "may"}
	outcomes = []string{"yes", "no", "yes", "no", "partial"}
)

// generate writes n claims as JSON Lines: 1,000 speakers, 50,000 events, 200
// sources, six in ten resolved. The same n gives the same bytes.
func generate(path string, n int) error {
	f, err := os.Create(path)
	if err != nil {
		return err
	}
	defer f.Close()
	w := bufio.NewWriter(f)
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	if err := each(n, func(c map[string]any) error { return enc.Encode(c) }); err != nil {
		return err
	}
	return w.Flush()
}

// each makes the claims that generate writes.
func each(n int, keep func(map[string]any) error) error {
	r := rand.New(rand.NewPCG(1, 2))
	for i := range n {
		said := time.Date(2015, 1, 1, 0, 0, 0, 0, time.UTC).AddDate(0, 0, r.IntN(3900))
		event := r.IntN(50_000)
		c := map[string]any{
			"key": fmt.Sprintf("g%07d", i), "statement": fmt.Sprintf("Measure %d takes effect in district %d", event, event%300),
			"quote":   fmt.Sprintf("the measure %s take effect, the council said on its %dth session", hedges[r.IntN(len(hedges))], i%90+4),
			"speaker": fmt.Sprintf("Council %d", r.IntN(1000)), "speaker_kind": "institution",
			"stated_on": said.Format(time.DateOnly), "deadline_phrase": phrases[r.IntN(len(phrases))],
			"hedge": hedges[r.IntN(len(hedges))], "event": fmt.Sprintf("measure-%d", event), "tags": []string{"generated", fmt.Sprintf("t%d", event%40)},
			"appearances": []map[string]any{{"source": fmt.Sprintf("Gazette %d", r.IntN(200)), "url": fmt.Sprintf("https://example.org/%d", i)}},
		}
		if r.IntN(10) < 6 {
			o := outcomes[r.IntN(len(outcomes))]
			v := map[string]any{"outcome": o, "note": "as the council's minutes have it"}
			if o != "no" {
				v["event_date"] = said.AddDate(0, 0, r.IntN(60)).Format(time.DateOnly)
			}
			c["resolution"] = v
		}
		if err := keep(c); err != nil {
			return err
		}
	}
	return nil
}
