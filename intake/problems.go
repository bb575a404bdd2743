package intake

import (
	"bufio"
	"errors"
	"fmt"
	"os"
	"strings"

	"tracker/claims"
	"tracker/clean"
	"tracker/files"
	"tracker/telling/report"
)

// shownProblems is how many problems of a file are told one by one.
const shownProblems = 20

// problemList are the problems of a file: the first ones, each told once
// however many lines have it, the last of all, how many there are, and a file
// that takes them all.
type problemList struct {
	name string // of the file
	list claims.Problems
	same []int          // how many lines have each of the list
	at   map[string]int // where in the list a problem is, by its words
	n    int
	last *claims.Error // why the reading ended early; may be nil
	file *os.File
	all  *bufio.Writer
	path string
}

// problemList begins the problems of an import.
func (im *importer) problemList() (*problemList, error) {
	p := &problemList{path: im.o.Problems, name: im.name, at: map[string]int{}}
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
		p.n++
		words := strings.ToLower(p.words(x))
		if at, told := p.at[words]; told {
			p.same[at]++
		} else if len(p.list) < shownProblems {
			p.at[words] = len(p.list)
			p.list, p.same = append(p.list, x), append(p.same, 1)
		}
		if p.all != nil {
			fmt.Fprintln(p.all, clean.Line(x.Error()))
		}
	}
}

// words are what a problem says without the line.
func (p *problemList) words(x *claims.Error) string {
	text, inFile := strings.CutPrefix(x.Error(), p.name+":")
	if _, after, ok := strings.Cut(text, ": "); ok && inFile {
		return after
	}
	return x.Error()
}

// shown are the problems that are told one by one, and how many they are.
func (p *problemList) shown() (list claims.Problems, n int) {
	for i, x := range p.list {
		if n += p.same[i]; p.same[i] > 1 {
			more := *x
			more.Msg += ", and so in " + report.Count(p.same[i]-1, "more line")
			x = &more
		}
		list = append(list, x)
	}
	return list, n
}

// err is what there is to tell, nil for nothing.
func (p *problemList) err() error {
	if p.all != nil {
		if err := errors.Join(p.all.Flush(), p.file.Sync()); err != nil {
			return files.Unwritable(p.path, err)
		}
	}
	list, told := p.shown()
	switch more := p.n - told; {
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
