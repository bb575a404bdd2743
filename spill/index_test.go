package spill_test

import (
	"fmt"
	"hash/maphash"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tracker/spill"
)

func ExampleIndex() {
	seed := maphash.MakeSeed()
	stages := spill.NewIndex[part]()
	defer stages.Close()
	for i, name := range []string{"one", "two", "one"} {
		if err := stages.Add(&part{name, day(i)}, maphash.String(seed, name)); err != nil {
			fmt.Println(err)
		}
	}
	fmt.Println(stages.Find(maphash.String(seed, "one")))
	fmt.Println(stages.Find(maphash.String(seed, "three")))
	// Output:
	// {one 0} true <nil>
	// { 0} false <nil>
}

// An index finds what a map of the first values would, also where parts of
// hashes are the same, and has every value that is found, in order.
func TestIndex(t *testing.T) {
	hash := rapid.OneOf(rapid.Uint64(), rapid.SampledFrom([]uint64{0, 1, 1 << 32, 1<<32 | 1, 1<<63 | 1, 1<<64 - 1, 1<<32 - 1}))
	rapid.Check(t, func(rt *rapid.T) {
		index, want := spill.NewIndex[part](), map[uint64]part{}
		defer index.Close()
		var kept []part
		for i := range rapid.IntRange(0, 200).Draw(rt, "values") {
			v := part{rapid.String().Draw(rt, "name"), day(i)}
			hashes := rapid.SliceOfN(hash, 0, 4).Draw(rt, "hashes")
			if err := index.Add(&v, hashes...); err != nil {
				rt.Fatal(err)
			}
			found := false
			for _, h := range hashes {
				if _, there := want[h]; !there {
					want[h], found = v, true
				}
			}
			if found {
				kept = append(kept, v)
			}
		}
		for h, v := range want {
			if got, ok, err := index.Find(h); got != v || !ok || err != nil {
				rt.Fatalf("%x: %v, %v, %v, want %v", h, got, ok, err, v)
			}
			if _, there := want[^h]; !there {
				if got, ok, err := index.Find(^h); ok || err != nil {
					rt.Fatalf("%x: %v, %v, want nothing", ^h, got, err)
				}
			}
		}
		for got, err := range index.All() {
			if err != nil || len(kept) == 0 || got != kept[0] {
				rt.Fatalf("%v, %v, want %v", got, err, kept)
			}
			kept = kept[1:]
		}
		if len(kept) > 0 {
			rt.Fatalf("%v are left out", kept)
		}
	})
}

// Many values go through a file, where they are found and read in order, long
// ones too. The file is gone when they are given up.
func TestIndexInAFile(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	index := spill.NewIndex[part]()
	const n = 30_000
	name := func(i int) string { return strings.Repeat("x", i%1500) }
	r := rand.New(rand.NewPCG(1, 2))
	hashes := make([]uint64, n)
	for i := range n {
		hashes[i] = r.Uint64()
		if err := index.Add(&part{name(i), day(i)}, hashes[i], r.Uint64()); err != nil {
			t.Fatal(err)
		}
		if at := r.IntN(i + 1); i%7 == 0 { // while it grows
			if p, ok, err := index.Find(hashes[at]); err != nil || !ok || p != (part{name(at), day(at)}) {
				t.Fatalf("value %d: %d, %v, %v", at, p.On, ok, err)
			}
		}
	}
	next := 0
	for p, err := range index.All() {
		if err != nil || p.On != day(next) || p.Name != name(next) {
			t.Fatalf("value %d: %d, %d bytes, %v", next, p.On, len(p.Name), err)
		}
		if _, ok, err := index.Find(hashes[r.IntN(n)]); !ok || err != nil { // between two of them
			t.Fatal(ok, err)
		}
		next++
	}
	if next != n {
		t.Errorf("%d values, want %d", next, n)
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("%d files, want one", len(files))
	}
	index.Close()
	if files, _ := os.ReadDir(dir); len(files) != 0 {
		t.Errorf("%d files are left", len(files))
	}
}

// A file that was cut short, or written over, while nobody looked is no value
// that was not there.
func TestIndexCutShort(t *testing.T) {
	for name, spoil := range map[string]func(path string) error{
		"cut short": func(path string) error { return os.Truncate(path, 500) },
		"zeros":     func(path string) error { return os.WriteFile(path, make([]byte, 3<<20), 0o600) },
		"ones":      func(path string) error { return os.WriteFile(path, []byte(strings.Repeat("\xff", 3<<20)), 0o600) },
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			t.Setenv("TMPDIR", dir)
			index := spill.NewIndex[part]()
			defer index.Close()
			const n = 1500
			for i := range uint64(n) {
				if err := index.Add(&part{Name: strings.Repeat("x", 1000)}, i); err != nil {
					t.Fatal(err)
				}
			}
			files, err := os.ReadDir(dir)
			if err != nil || len(files) != 1 {
				t.Fatal(files, err)
			}
			if err := spoil(dir + "/" + files[0].Name()); err != nil {
				t.Fatal(err)
			}
			if v, ok, err := index.Find(700); ok && err == nil || err == nil && name != "zeros" {
				t.Errorf("it finds %v, %v, %v", v, ok, err)
			}
			var last error
			for _, err := range index.All() {
				last = err
			}
			if last == nil {
				t.Error("what is not there any more is read as if it were")
			}
		})
	}
}

// Memory has a few bytes for each hash, at any number of them.
func TestIndexIsSmall(t *testing.T) {
	t.Setenv("TMPDIR", t.TempDir())
	const most = 17
	index := spill.NewIndex[part]()
	defer index.Close()
	before := heap()
	r, next := rand.New(rand.NewPCG(1, 2)), 100_000
	for n := range 400_000 {
		if err := index.Add(&part{On: day(n)}, r.Uint64()); err != nil {
			t.Fatal(err)
		}
		if n == next {
			next = next * 5 / 4
			if each := (heap() - before - 2<<20) / int64(n); each > most {
				t.Errorf("of %d hashes each takes %d bytes, want at most %d", n, each, most)
			}
		}
	}
	runtime.KeepAlive(index)
}

// heap is how many bytes are in use.
func heap() int64 {
	var m runtime.MemStats
	runtime.GC()
	runtime.GC()
	runtime.ReadMemStats(&m)
	return int64(m.HeapAlloc)
}
