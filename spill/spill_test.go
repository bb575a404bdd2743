package spill_test

import (
	"fmt"
	"math"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"tracker/spill"
)

type day int

type part struct {
	Name string
	On   day
}

type whole struct {
	Inner
	Text   string
	Yes    bool
	N      int64
	P      *float64
	Days   *int
	Parts  []part
	List   []string
	Nested *part
}

// Inner is embedded.
type Inner struct{ In string }

func ExampleKept() {
	kept := spill.Of[part]()
	defer kept.Close()
	for i := range 3 {
		if err := kept.Add(kept.Pack(&part{Name: "stage", On: day(i)})); err != nil {
			fmt.Println(err)
		}
	}
	for p, err := range kept.All() {
		fmt.Println(p, err)
	}
	// Output:
	// {stage 0} <nil>
	// {stage 1} <nil>
	// {stage 2} <nil>
}

// Whatever is kept comes back as it was, with nothing told from empty.
func TestKept(t *testing.T) {
	rapid.Check(t, func(rt *rapid.T) {
		list := rapid.SliceOf(rapid.Make[whole]()).Draw(rt, "list")
		kept := spill.Of[whole]()
		defer kept.Close()
		for i := range list {
			if err := kept.Add(kept.Pack(&list[i])); err != nil {
				rt.Fatal(err)
			}
		}
		var got []whole
		first := rapid.IntRange(0, len(list)).Draw(rt, "first")
		for i := range first {
			var v whole
			if err := kept.Unpack(kept.Pack(&list[i]), &v); err != nil {
				rt.Fatal(err)
			}
			got = append(got, v)
		}
		for v, err := range kept.From(first) {
			if err != nil {
				rt.Fatal(err)
			}
			got = append(got, v)
		}
		same := cmp.Comparer(func(a, b float64) bool { return math.Float64bits(a) == math.Float64bits(b) })
		if diff := cmp.Diff(list, got, same); diff != "" && len(list)+len(got) > 0 {
			rt.Fatalf("(-kept +read)\n%s", diff)
		}
	})
}

// Many values go through a file, which is gone when they are given up.
func TestKeptInAFile(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	kept := spill.Of[part]()
	const n = 2000
	for i := range n {
		if err := kept.Add(kept.Pack(&part{strings.Repeat("x", 1500), day(i)})); err != nil {
			t.Fatal(err)
		}
	}
	if files, _ := os.ReadDir(dir); len(files) != 1 {
		t.Errorf("%d files, want one", len(files))
	}
	next := day(0)
	for p, err := range kept.All() {
		if err != nil || p.On != next || len(p.Name) != 1500 {
			t.Fatalf("value %d: %d, %d bytes, %v", next, p.On, len(p.Name), err)
		}
		next++
	}
	if next != n {
		t.Errorf("%d values, want %d", next, n)
	}
	kept.Close()
	if files, _ := os.ReadDir(dir); len(files) != 0 {
		t.Errorf("%d files are left", len(files))
	}
}

// A file that was cut short while nobody looked is no end of the values.
func TestCutShort(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("TMPDIR", dir)
	kept := spill.Of[part]()
	defer kept.Close()
	for range 1100 {
		if err := kept.Add(kept.Pack(&part{Name: strings.Repeat("x", 1000)})); err != nil {
			t.Fatal(err)
		}
	}
	files, err := os.ReadDir(dir)
	if err != nil || len(files) != 1 {
		t.Fatal(files, err)
	}
	if err := os.Truncate(dir+"/"+files[0].Name(), 500); err != nil {
		t.Fatal(err)
	}
	var last error
	for _, err := range kept.All() {
		last = err
	}
	if last == nil {
		t.Error("what was cut short is read as if it were all")
	}
}

// What is more than data is refused when the program is tried, not when a
// value is lost.
func TestOnlyData(t *testing.T) {
	for name, of := range map[string]func(){
		"a map": func() { spill.Of[map[string]int]() }, "a field of its own": func() { spill.Of[struct{ own int }]() }, "an interface": func() { spill.Of[struct{ Any any }]() },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("it is kept")
				}
			}()
			of()
		})
	}
}

func BenchmarkKept(b *testing.B) {
	p := 0.7
	v := whole{Text: strings.Repeat("words ", 20), P: &p, Parts: []part{{"a", 1}, {"b", 2}}, List: []string{"x", "y"}}
	kept := spill.Of[whole]()
	defer kept.Close()
	for b.Loop() {
		if err := kept.Add(kept.Pack(&v)); err != nil {
			b.Fatal(err)
		}
	}
}
