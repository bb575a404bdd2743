package workbook

import (
	"bytes"
	"testing"
)

// BenchmarkRows reads a sheet of ten columns.
func BenchmarkRows(b *testing.B) {
	const rows = 10_000
	var out bytes.Buffer
	w := NewWriter(&out)
	row := []any{"2025-04-03", "City council", "Evening paper", "The bridge will be open by June", "The bridge opens", "2025-06-30", 0.7, "kept", "https://example.org/a", "transport"}
	for range rows {
		if err := w.Row(row); err != nil {
			b.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for b.Loop() {
		f, err := Open(bytes.NewReader(out.Bytes()))
		if err != nil {
			b.Fatal(err)
		}
		r, err := f.Rows(f.Shown()[0])
		if err != nil {
			b.Fatal(err)
		}
		n := 0
		for r.Next() {
			n++
		}
		if n != rows || r.Err() != nil {
			b.Fatal(n, r.Err())
		}
		r.Close()
		f.Close()
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/rows, "ns/row")
}
