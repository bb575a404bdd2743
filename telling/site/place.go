package site

import (
	"bytes"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync/atomic"
	"time"

	"tracker/scratch"
	"tracker/telling/report"
)

// Tally is what writing a site came to, in files.
type Tally struct {
	Written, Same, Removed int
}

// String is the tally in words: "12 files written, 300 unchanged, 1 removed".
func (t Tally) String() string {
	return fmt.Sprintf("%s written, %d unchanged, %d removed", report.Count(t.Written, "file"), t.Same, t.Removed)
}

// place is where a site is built: a folder beside its own, which takes the
// other's name when every page is in it. A page that has not changed is the same
// file, with the same time, in both.
type place struct {
	dir          string // the folder of the site
	typed        string // as somebody named it
	beside       *scratch.Temporary
	old          bool // whether a site stands in dir
	had          int  // its files
	written, new atomic.Int64
	same         atomic.Int64
}

// purpose names the folders beside sites.
const purpose = "site"

// newPlace makes room for the site of a folder.
func newPlace(dir, typed string) (*place, error) {
	if err := restore(dir); err != nil {
		return nil, err
	}
	had, there, err := standing(dir, typed)
	if err != nil {
		return nil, err
	}
	beside, err := scratch.Dir(filepath.Dir(dir), purpose)
	if err != nil {
		return nil, unwritable(typed, err)
	}
	p := &place{dir: dir, typed: typed, beside: beside, old: there, had: had}
	for _, folder := range append([]string{""}, folders...) {
		if err := os.Mkdir(filepath.Join(p.root(), folder), 0o777); err != nil {
			p.discard()
			return nil, unwritable(typed, err)
		}
	}
	return p, nil
}

// root is the folder that is built.
func (p *place) root() string { return filepath.Join(p.beside.Path(), "new") }

// discard takes the folder away unless it has taken its place.
func (p *place) discard() { p.beside.Discard() }

// file puts a page into the site. It may be called from many sides at once, with
// another name each.
func (p *place) file(name string, text []byte) error {
	to := filepath.Join(p.root(), name)
	if p.old {
		from := filepath.Join(p.dir, name)
		info, err := os.Lstat(from)
		if err != nil {
			p.new.Add(1)
		} else if info.Size() == int64(len(text)) && holds(from, text) {
			p.same.Add(1)
			if os.Link(from, to) == nil {
				return nil
			}
			return p.write(to, text, info.ModTime()) // a file system without links
		}
	}
	p.written.Add(1)
	return p.write(to, text, time.Time{})
}

func holds(file string, text []byte) bool {
	have, err := os.ReadFile(file)
	return err == nil && bytes.Equal(have, text)
}

// write writes a new file, which is as old as at, unless that is zero.
func (p *place) write(to string, text []byte, at time.Time) error {
	f, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|os.O_EXCL, 0o666)
	if err != nil {
		return unwritable(p.typed, err)
	}
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return unwritable(p.typed, err)
	}
	if !at.IsZero() {
		return os.Chtimes(to, at, at)
	}
	return nil
}

// done gives the site its name. Where nothing has changed the one that stands
// stays as it is.
func (p *place) done() (Tally, error) {
	t := Tally{Written: int(p.written.Load()), Same: int(p.same.Load())}
	t.Removed = p.had - t.Same - (t.Written - int(p.new.Load()))
	if !p.old {
		t.Removed = 0
	}
	if p.old && t.Written == 0 && t.Removed == 0 {
		return t, nil
	}
	flush()
	if err := swap(p); err != nil {
		return t, unwritable(p.typed, err)
	}
	return t, scratch.Flush(filepath.Dir(p.dir))
}
