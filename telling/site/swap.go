package site

import (
	"errors"
	"io/fs"
	"os"
	"path/filepath"
)

// keptAs is what the site that stood is called in the folder beside it.
const keptAs = "old"

// swap gives the new site the name of the old one, in one step where the system
// has one. Elsewhere there is no site for a moment: restore mends what a stop in
// that moment leaves.
func swap(p *place) error {
	if !p.old.there {
		return os.Rename(p.root(), p.dir)
	}
	if err := exchange(p.root(), p.dir); !errors.Is(err, errors.ErrUnsupported) {
		return err
	}
	return inTwoSteps(p)
}

func inTwoSteps(p *place) error {
	kept := filepath.Join(p.beside.Path(), keptAs)
	if err := os.Rename(p.dir, kept); err != nil {
		return err
	}
	if err := os.Rename(p.root(), p.dir); err != nil {
		return errors.Join(err, os.Rename(kept, p.dir))
	}
	return nil
}

// restore gives a site its folder back that a stop in the middle of a swap has
// taken away.
func restore(dir string) error {
	if _, err := os.Lstat(dir); !errors.Is(err, fs.ErrNotExist) {
		return nil
	}
	kept, err := filepath.Glob(filepath.Join(filepath.Dir(dir), ".tracker-"+purpose+"-*", keptAs))
	if err != nil || len(kept) == 0 {
		return nil
	}
	return os.Rename(kept[0], dir)
}
