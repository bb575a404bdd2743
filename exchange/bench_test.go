package exchange

import (
	"io"
	"strings"
	"testing"

	"tracker/claims"
)

// benchLine is a claim of the usual size, with every sort of member.
const benchLine = `{"id":17,"uid":"01987a3e-5c00-7000-8000-000000000011","key":"","statement":"The telescope is launched","quote":"","language":"en","speaker":"Space agency","speaker_kind":"institution","attribution":[],"appearances":[{"source":"Press release","url":"https://www.nasa.gov/news/","title":"","published_on":"2018-06-27","archive_url":"","sha256":""}],"stated_on":"2018-06-27","logged_at":"2025-08-06T09:00:00.000Z","event":"telescope-launch","tags":["space"],"criterion":"","condition":"","polarity":"will","hedge":{"words":"planned","p":0.8,"low":0.65,"high":0.9,"kind":"assumed","map":"default/1"},"window":{"phrase":"on March 30, 2021","earliest":"2021-03-30","latest":"2021-03-30","zone":"UTC","granularity":"day","class":"exact","relation":"on","rule":"date","rules":"2026.1","grace_days":0,"alternatives":[],"accepted":false,"due_at":"2021-03-31T00:00:00.000Z"},"baseline_p":null,"logged_by":"desk","notes":"","forced":false,"supersedes":null,"repeats":null,"snoozed_until":null,"withdrawn":"","disputed":"","verdict":null,"status":"due","hindsight":true}`

const benchCSV = "key,statement,speaker,speaker_kind,source,stated_on,deadline_phrase,hedge,polarity,event,tags,verdict.outcome,verdict.event_date,verdict.note\n"

const benchRow = "p03,The telescope is launched,Space agency,institution,Press release,2018-06-27,\"on March 30, 2021\",planned,will,telescope-launch,space,yes,2021-12-25,Launched on 25 December 2021.\n"

func BenchmarkReadJSONL(b *testing.B) {
	const lines = 1000
	text := strings.Repeat(benchLine+"\n", lines)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range ReadJSONL(strings.NewReader(text), "bench.jsonl") {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/lines, "ns/line")
}

func BenchmarkReadCSV(b *testing.B) {
	const lines = 1000
	text := benchCSV + strings.Repeat(benchRow, lines)
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		for _, err := range ReadCSV(strings.NewReader(text), "bench.csv", nil) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/lines, "ns/line")
}

func BenchmarkDifferences(b *testing.B) {
	for line, err := range ReadJSONL(strings.NewReader(benchLine), "bench.jsonl") {
		if err != nil {
			b.Fatal(err)
		}
		d := line.Draft
		c := claims.Claim{UID: d.UID, Statement: "another", StatedOn: claims.Moment(d.StatedOn), Hedge: *d.Hedge, Window: *d.Window}
		b.ReportAllocs()
		for b.Loop() {
			if len(Differences(line, c)) == 0 {
				b.Fatal("no difference")
			}
		}
	}
}

func BenchmarkWriteJSONL(b *testing.B) { benchmarkWrite(b, WriteJSONL(io.Discard)) }
func BenchmarkWriteCSV(b *testing.B)   { benchmarkWrite(b, WriteCSV(io.Discard, CSVForm{})) }

func benchmarkWrite(b *testing.B, w writer) {
	for line, err := range ReadJSONL(strings.NewReader(benchLine), "bench.jsonl") {
		if err != nil {
			b.Fatal(err)
		}
		d := line.Draft
		c := claims.Claim{Statement: d.Statement, Speaker: d.Speaker, Appearances: d.Appearances, Hedge: *d.Hedge, Window: *d.Window}
		b.ReportAllocs()
		for b.Loop() {
			if err := w.Write(c.View(0)); err != nil {
				b.Fatal(err)
			}
		}
	}
}

// BenchmarkUnderstandCSV looks at a table, and then reads it.
func BenchmarkUnderstandCSV(b *testing.B) {
	const lines = 1000
	text := benchCSV + strings.Repeat(benchRow, lines)
	open := func() (io.ReadCloser, error) { return io.NopCloser(strings.NewReader(text)), nil }
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		p, err := Understand(open, "bench.csv", Text, TableOptions{Today: shapeToday})
		if err != nil {
			b.Fatal(err)
		}
		for _, err := range p.Read(strings.NewReader(text)) {
			if err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/lines, "ns/line")
}
