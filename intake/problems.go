package intake

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"slices"

	"tracker/claims"
	"tracker/clean"
	"tracker/files"
	"tracker/telling/report"
)

// shownProblems is how many problems of a file are told one by one.
const shownProblems = 20

// problemList are the problems of a file: the first ones, the last of all,
// how many there are, and a file that takes them all.
type problemList struct {
	list claims.Problems
	n    int
	last *claims.Error // why the reading ended early; may be nil
	file *os.File
	all  *bufio.Writer
	path string
}

// problemList begins the problems of an import.
func (im *importer) problemList() (*problemList, error) {
	p := &problemList{path: im.o.Problems}
	if p.path == "" {
		return p, nil
	}
	if err := im.Spare(p.path); err != nil {
		return nil, err
	}
	f, err := os.Create(p.path)
	if err != nil {
		return nil, files.Unwritable(p.path, err)
	}
	p.file, p.all = f, bufio.NewWriter(f)
	for _, left := range im.leftOut {
		for _, row := range left.Rows {
			fmt.Fprintf(p.all, "%s:%d: left out: %s\n", clean.Line(im.name), row, left.Reason)
		}
	}
	return p, nil
}

func (p *problemList) add(list claims.Problems) {
	for _, x := range list {
		if p.n++; len(p.list) < shownProblems {
			p.list = append(p.list, x)
		}
		if p.all != nil {
			fmt.Fprintln(p.all, clean.Line(x.Error()))
		}
	}
}

// err is what there is to tell, nil for nothing.
func (p *problemList) err() error {
	if p.all != nil {
		if err := errors.Join(p.all.Flush(), p.file.Sync()); err != nil {
			return files.Unwritable(p.path, err)
		}
	}
	list := slices.Clone(p.list)
	switch more := p.n - len(list); {
	case more > 0 && p.path != "":
		list = append(list, claims.Refuse("", "and %s; %s has them all", report.Count(more, "more problem"), p.path))
	case more > 0:
		list = append(list, claims.Refuse("", "and %s; --problems FILE writes them all", report.Count(more, "more problem")))
	}
	if p.last != nil {
		list = append(list, p.last)
	}
	return list.Err()
}

func (p *problemList) close() {
	if p.file != nil {
		p.all.Flush() // err has told what went wrong
		p.file.Close()
	}
}
