package site

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// What was written is brought to the disk while more is made, but not for every
// page.
func TestTide(t *testing.T) {
	out := make(chan bool, 9)
	x := newTide(func() { out <- true })
	x.rise(highest - 1)
	select {
	case <-out:
		t.Error("it went out too early")
	default:
	}
	x.rise(1)
	<-out
	x.end()
	if len(out) > 0 {
		t.Error("it went out twice")
	}
}

// A file is the same when it holds every byte of a text and no more.
func TestFolderHolds(t *testing.T) {
	dir := t.TempDir()
	f, err := openFolder(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer f.close()
	long := strings.Repeat("The bridge opens. ", 4000)
	for name, text := range map[string]string{"long": long, "empty": ""} {
		if err := f.write(name, []byte(text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := os.Symlink("long", filepath.Join(dir, "link")); err != nil {
		t.Fatal(err)
	}
	for _, x := range []struct {
		file, text  string
		same, there bool
	}{
		{"long", long, true, true}, {"long", long[1:], false, true}, {"long", long + ".", false, true}, {"long", long[:len(long)-1], false, true},
		{"long", "", false, true}, {"long", strings.Replace(long, "opens", "opened", 1), false, true},
		{"empty", "", true, true}, {"empty", "x", false, true}, {"none", "", false, false}, {"link", long, false, true},
	} {
		if same, there := f.holds(x.file, []byte(x.text)); same != x.same || there != x.there {
			t.Errorf("%s against %d bytes: same %v, there %v", x.file, len(x.text), same, there)
		}
	}
	var none *folder
	if same, there := none.holds("long", nil); same || there {
		t.Error("a folder that is not there holds something")
	}
}
