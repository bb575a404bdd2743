package scratch

import (
	"os"
	"path/filepath"
	"sync"
	"testing"
)

// names lists what a folder holds.
func names(t *testing.T, dir string) (list []string) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	for _, e := range entries {
		list = append(list, e.Name())
	}
	return list
}

// What a killed run left is gone after the next; what lives, what another
// purpose left and what only looks alike stay.
// What is in a temporary is around where that stands.
func TestAround(t *testing.T) {
	for path, want := range map[string]string{
		"/tmp/.tracker-check-12/replayed.db": "/tmp", "/tmp/.tracker-spill-3": "/tmp", "desk/.tracker-restore-9/a/b": "desk",
		"/tmp/book.db": "", "/tmp/.tracker-check/book.db": "", "/home/.tracker-x-1y/book.db": "", "book.db": "",
	} {
		if dir, ok := Around(path); dir != want || ok != (want != "") {
			t.Errorf("%s: %q, %v", path, dir, ok)
		}
	}
}

func TestStaleIsSwept(t *testing.T) {
	dir := t.TempDir()
	for _, name := range []string{".tracker-output-1", ".tracker-backup-2", ".tracker-output-notes", ".tracker-output-3.txt", "tracker-output-4"} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte("x"), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.MkdirAll(filepath.Join(dir, ".tracker-output-5", "sub"), 0o700); err != nil {
		t.Fatal(err)
	}
	if err := os.Symlink(dir, filepath.Join(dir, ".tracker-output-6")); err != nil {
		t.Fatal(err)
	}
	first, err := File(dir, "output", 0o600)
	if err != nil {
		t.Fatal(err)
	}
	second, err := Dir(dir, "output")
	if err != nil {
		t.Fatal(err)
	}
	left := map[string]bool{}
	for _, name := range names(t, dir) {
		left[name] = true
	}
	for _, name := range []string{filepath.Base(first.Path()), filepath.Base(second.Path()), ".tracker-backup-2", ".tracker-output-notes",
		".tracker-output-3.txt", "tracker-output-4", ".tracker-output-6"} {
		if !left[name] {
			t.Errorf("%s is gone", name)
		}
		delete(left, name)
	}
	if len(left) > 0 {
		t.Errorf("left: %v", left)
	}
	first.Discard()
	second.Discard()
	if have := len(names(t, dir)); have != 5 {
		t.Errorf("discarded, yet there are %d names: %v", have, names(t, dir))
	}
}

// A named file stands, whatever is discarded and swept after it.
func TestName(t *testing.T) {
	dir := t.TempDir()
	f, err := File(dir, "output", 0o640)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := f.WriteString("board"); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "board.md")
	if err := f.Name(path); err != nil {
		t.Fatal(err)
	}
	f.Discard()
	text, err := os.ReadFile(path)
	if err != nil || string(text) != "board" {
		t.Errorf("%q, %v", text, err)
	}
	if have := names(t, dir); len(have) != 1 {
		t.Errorf("%v", have)
	}
}

func TestNoFolder(t *testing.T) {
	if _, err := File(filepath.Join(t.TempDir(), "missing"), "output", 0o600); !os.IsNotExist(err) {
		t.Errorf("%v", err)
	}
}

// Many that make folders of one purpose at once all get one.
func TestDirsAtOnce(t *testing.T) {
	dir := t.TempDir()
	var making sync.WaitGroup
	for range 64 {
		making.Go(func() {
			for range 20 {
				d, err := Dir(dir, "many")
				if err != nil {
					t.Error(err)
					return
				}
				d.Discard()
			}
		})
	}
	making.Wait()
}
