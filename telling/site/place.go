package site

import (
	"errors"
	"fmt"
	"io/fs"
	"path"
	"path/filepath"
	"strings"
	"sync/atomic"

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
	folders      map[string]*folder
	before       map[string]*folder // those of the site that stands, where it has them
	old          stood
	kept         *kept // what has not changed
	tide         *tide
	written, new atomic.Int64
}

// purpose names the folders beside sites.
const purpose = "site"

// newPlace makes room for the site of a folder.
func newPlace(dir, typed string) (*place, error) {
	if err := restore(dir); err != nil {
		return nil, err
	}
	old, err := standing(dir, typed)
	if err != nil {
		return nil, err
	}
	beside, err := scratch.Dir(filepath.Dir(dir), purpose)
	if err != nil {
		return nil, unwritable(typed, err)
	}
	p := &place{dir: dir, typed: typed, beside: beside, old: old, folders: map[string]*folder{}, before: map[string]*folder{}, tide: newTide(func() { flush(beside.Path()) })}
	if err := p.make(); err != nil {
		p.discard()
		return nil, unwritable(typed, err)
	}
	return p, nil
}

// make makes the folders of the site, and the list of what has not changed.
func (p *place) make() (err error) {
	for _, name := range append([]string{""}, folders...) {
		if p.folders[name], err = newFolder(filepath.Join(p.root(), name)); err != nil {
			return err
		}
		if !p.old.there {
			continue
		}
		if p.before[name], err = openFolder(filepath.Join(p.dir, name)); err != nil && !errors.Is(err, fs.ErrNotExist) {
			return err
		}
	}
	p.kept, err = newKept(p.beside.Path())
	return err
}

// root is the folder that is built.
func (p *place) root() string { return filepath.Join(p.beside.Path(), "new") }

// discard takes the folder away unless it has taken its place.
func (p *place) discard() {
	p.tide.end()
	for _, f := range p.folders {
		f.close()
	}
	for _, f := range p.before {
		f.close()
	}
	p.kept.close()
	p.beside.Discard()
}

// file puts a page into the site, whose text holds for the call alone. It may be
// called from many sides at once, with another name each.
func (p *place) file(name string, text []byte) error {
	in, base := path.Split(name)
	in = strings.TrimSuffix(in, "/")
	if p.old.there {
		switch same, there := p.before[in].holds(base, text); {
		case same:
			return p.unwritable(p.kept.add(name))
		case !there:
			p.new.Add(1)
		}
	}
	p.written.Add(1)
	p.tide.rise(len(text))
	return p.unwritable(p.folders[in].write(base, text))
}

func (p *place) unwritable(err error) error {
	if err == nil {
		return nil
	}
	return unwritable(p.typed, err)
}

// done gives the site its name. Where nothing has changed the one that stands
// stays as it is.
func (p *place) done() (Tally, error) {
	t := Tally{Written: int(p.written.Load()), Same: p.kept.n}
	if p.old.there {
		t.Removed = p.old.files - t.Same - (t.Written - int(p.new.Load()))
		if t.Written == 0 && t.Removed == 0 {
			return t, nil
		}
	}
	if err := p.kept.each(func(name string) error { return again(filepath.Join(p.dir, name), filepath.Join(p.root(), name)) }); err != nil {
		return t, unwritable(p.typed, err)
	}
	flush(p.beside.Path())
	if err := swap(p); err != nil {
		return t, unwritable(p.typed, err)
	}
	return t, scratch.Flush(filepath.Dir(p.dir))
}
