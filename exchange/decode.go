package exchange

import (
	"encoding/json"
	"errors"
	"fmt"
	"strconv"
	"strings"

	"tracker/claims"
)

// maxElements is how long a list may be, maxProblems how many problems of a
// line are told: a line of 10 MB could hold millions of either.
const (
	maxElements = 1000
	maxProblems = 50
)

// decoder puts the members of JSON objects in their places and collects what
// is wrong with them. A text that is not JSON ends the object it stands in.
type decoder struct {
	scan     scanner
	path     []string // the members that lead to where the scanner is
	file     string   // the file, and
	number   int      // the line, that lead every message
	problems claims.Problems
	faulty   []string // the members of the object with problems
	derived  []Derived
}

// start turns to a new text. Problems found are kept until taken.
func (d *decoder) start(text string) {
	d.scan, d.path, d.derived = scanner{text: text}, d.path[:0], d.derived[:0]
}

// object reads a text that is one object of a shape, and nothing else; it
// reports whether the text was one.
func (d *decoder) object(s *shape) bool {
	err := d.members(s)
	if err == nil {
		err = d.scan.end()
	}
	if err != nil {
		d.refuse(err, syntaxHint(d.scan.text))
	}
	return err == nil
}

// syntaxHint is for files that are JSON, but not one object on each line.
func syntaxHint(text string) string {
	if text == "{" || strings.HasPrefix(text, "[") {
		return "put each object on a line of its own: jq -c '.[]' FILE"
	}
	return ""
}

// members reads an object.
func (d *decoder) members(s *shape) error {
	if err := d.scan.enter('{'); err != nil {
		return err
	}
	s.seen = 0
	if s.given != nil {
		*s.given = true
	}
	for first := true; ; first = false {
		if more, err := d.scan.more(first, '}'); !more {
			return err
		}
		if err := d.member(s); err != nil {
			return err
		}
	}
}

// member reads one member and its value.
func (d *decoder) member(s *shape) error {
	d.scan.peek()
	at := d.scan.at
	name, err := d.scan.name()
	if err != nil {
		return err
	}
	i, known := s.find(name)
	switch bit := uint64(1) << i; {
	case !known:
		d.refuse(d.scan.refuse(at, "unknown member %.60q", name), suggest(name, s.names()))
		return d.scan.skip()
	case s.seen&bit != 0:
		d.refuse(d.scan.refuse(at, "the member %q is given twice", name), "")
		return d.scan.skip()
	default:
		s.seen |= bit
	}
	if s.members[i].unread {
		return d.scan.skip()
	}
	if s.members[i].derived {
		return d.derive(s.members[i].name)
	}
	return d.at(name, s.members[i].addr)
}

// at reads the value of one more step of the path. The path of a text that
// cannot be read on stays as it is, for the message.
func (d *decoder) at(step string, addr any) error {
	d.path = append(d.path, step)
	if err := d.value(addr); err != nil {
		return err
	}
	d.path = d.path[:len(d.path)-1]
	return nil
}

// value reads a value to its address.
func (d *decoder) value(addr any) error {
	c := d.scan.peek()
	switch p := addr.(type) {
	case *shape:
		if c == '{' {
			return d.members(p)
		}
		return d.shortForm(p)
	case *list:
		if c == '[' {
			return d.elements(p)
		}
		return d.notA("a list")
	case *json.RawMessage:
		start := d.scan.at
		err := d.scan.skip()
		*p = json.RawMessage(d.scan.text[start:d.scan.at])
		return err
	}
	if c == '{' || c == '[' {
		return d.notA("a single value")
	}
	v, err := d.scan.scalar()
	if err != nil {
		return err
	}
	if err := set(addr, v); err != nil {
		d.refuse(err, "")
	}
	return nil
}

// shortForm reads what stands in place of an object: null, or a text where
// there is a short form.
func (d *decoder) shortForm(s *shape) error {
	if s.short != nil && d.scan.peek() == '"' {
		return d.value(s.short)
	}
	if s.short != nil {
		return d.notA("text or an object")
	}
	return d.notA("an object")
}

// notA takes a value and refuses it unless it is null.
func (d *decoder) notA(what string) error {
	start := d.scan.at
	if err := d.scan.skip(); err != nil {
		return err
	}
	if d.scan.text[start:d.scan.at] != "null" {
		d.refuse(errors.New("is not "+what), "")
	}
	return nil
}

// elements reads an array.
func (d *decoder) elements(l *list) error {
	if err := d.scan.enter('['); err != nil {
		return err
	}
	for n := 0; ; n++ {
		if more, err := d.scan.more(n == 0, ']'); !more {
			return err
		}
		if n == maxElements {
			return d.scan.refuse(d.scan.at, "more than %d elements", maxElements)
		}
		l.begin()
		if err := d.at(ordinal(n), l.elem); err != nil {
			return err
		}
		l.keep()
	}
}

// ordinal is the step of the path to element n of a list.
func ordinal(n int) string { return "[" + strconv.Itoa(n) + "]" }

// refuse adds a problem with the member being read.
func (d *decoder) refuse(err error, hint string) {
	if len(d.problems) == maxProblems {
		return
	}
	msg := err.Error()
	if len(d.path) > 0 {
		member := strings.ReplaceAll(strings.Join(d.path, "."), ".[", "[")
		if !strings.HasPrefix(msg, "is ") { // "is not a list" goes on from the member
			member += ":"
		}
		msg = member + " " + msg
		d.faulty = append(d.faulty, d.path[0])
	}
	d.problems = append(d.problems, &claims.Error{
		Kind: claims.Refused, Msg: fmt.Sprintf("%s:%d: %s", d.file, d.number, msg), Hint: hint,
	})
}

// take returns the problems found since the last take.
func (d *decoder) take() error {
	if len(d.problems) == maxProblems {
		d.problems[maxProblems-1].Msg += ", and perhaps more"
	}
	err := d.problems.Err()
	d.problems, d.faulty = nil, nil
	return err
}

func (s *shape) names() []string {
	var names []string
	for _, m := range s.members {
		if !m.unread {
			names = append(names, m.name)
		}
	}
	return names
}
