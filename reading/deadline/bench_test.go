package deadline

import "testing"

// BenchmarkNew is what a program pays for each further reader.
func BenchmarkNew(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		mustReader(b, Options{})
	}
}

// BenchmarkFirst is what a run of the program pays for its first reader.
func BenchmarkFirst(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := newTables(nil); err != nil {
			b.Fatal(err)
		}
	}
}
