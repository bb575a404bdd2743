package claims

import (
	"context"
	"errors"
	"fmt"
	"strings"
)

// Kind says what sort of refusal an Error is; the command line maps each to
// an exit code.
type Kind int

const (
	Usage    Kind = iota + 1 // the command was typed wrongly
	Refused                  // the input breaks a rule
	NotFound                 // nothing has that id or name
	Damaged                  // a check found damage
	Unusable                 // the book is busy, missing, foreign or unreadable
	Unready                  // what is to be published lacks what it rests on
)

// Error is a refusal in the words of the domain: one line of what is wrong
// and, where there is one, the next thing to type.
type Error struct {
	Kind  Kind
	Field string // the claim member at fault, "" when none is
	Msg   string
	Hint  string
	Cause error // what Msg tells, when it is not ours; nil for most
}

// Unwrap gives errors.Is the cause: what was given up is no fault of a file.
func (e *Error) Unwrap() error { return e.Cause }

// Because returns e with its cause set.
func (e *Error) Because(err error) *Error {
	e.Cause = err
	return e
}

// Error returns the message, led by the field when there is one.
func (e *Error) Error() string {
	if e.Field == "" {
		return e.Msg
	}
	return e.Field + ": " + e.Msg
}

// Ended says why something is over: once ctx has ended, whatever it meets says
// that it is closed, gone or broken, and what is the matter is that it was given
// up. A refusal stays one.
func Ended(ctx context.Context, err error) error {
	var refusal *Error
	if err == nil || ctx.Err() == nil || errors.As(err, &refusal) {
		return err
	}
	return ctx.Err()
}

// Refuse returns a Refused error about a field, without a hint.
func Refuse(field, format string, args ...any) *Error {
	return &Error{Kind: Refused, Field: field, Msg: fmt.Sprintf(format, args...)}
}

// Mistyped returns a Usage error, without a hint.
func Mistyped(format string, args ...any) *Error {
	return &Error{Kind: Usage, Msg: fmt.Sprintf(format, args...)}
}

// WithHint returns e with its hint set.
func (e *Error) WithHint(format string, args ...any) *Error {
	e.Hint = fmt.Sprintf(format, args...)
	return e
}

// Problems are all the refusals of one input, in the order found.
type Problems []*Error

// Error joins the messages, one to a line.
func (ps Problems) Error() string {
	lines := make([]string, len(ps))
	for i, p := range ps {
		lines[i] = p.Error()
	}
	return strings.Join(lines, "\n")
}

// Unwrap gives errors.As each problem in turn.
func (ps Problems) Unwrap() []error {
	out := make([]error, len(ps))
	for i, p := range ps {
		out[i] = p
	}
	return out
}

// Err returns nil for no problems, the problem itself for one, and ps for
// more.
func (ps Problems) Err() error {
	switch len(ps) {
	case 0:
		return nil
	case 1:
		return ps[0]
	}
	return ps
}

// add appends err when it is a refusal, and does nothing for nil.
func (ps *Problems) add(err *Error) {
	if err != nil {
		*ps = append(*ps, err)
	}
}

// ProblemsOf returns the refusals that err consists of; ok is false for
// another error, and for one that no other input would mend.
func ProblemsOf(err error) (list Problems, ok bool) {
	switch err := err.(type) {
	case *Error:
		return Problems{err}, err.Kind == Refused || err.Kind == Usage
	case Problems:
		return err, true
	}
	return nil, false
}

// Hinted gives a refusal that ends without a hint this one.
func Hinted(err error, hint string) error {
	if list, ok := ProblemsOf(err); ok && list[len(list)-1].Hint == "" {
		list[len(list)-1].Hint = hint
	}
	return err
}

// InLine leads a refusal by the file and line.
func InLine(name string, line int, err error) Problems {
	list, ok := ProblemsOf(err)
	if !ok {
		list = Problems{{Kind: Refused, Msg: err.Error()}}
	}
	out := make(Problems, len(list))
	for i, p := range list {
		out[i] = &Error{Kind: p.Kind, Msg: fmt.Sprintf("%s:%d: %v", name, line, p), Hint: p.Hint}
	}
	return out
}
