package daemon

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
)

// Log is where the daemon says what it does: in sentences to a person at
// a terminal, in structured lines to a file or a service manager.
type Log struct {
	say   func(format string, args ...any) // to a person
	out   io.Writer                        // where such a person reads a stack as it is
	lines *slog.Logger                     // nil at a terminal
}

// NewLog says sentences with say where out is a terminal, and writes lines to
// out elsewhere.
func NewLog(say func(format string, args ...any), out io.Writer, terminal bool) *Log {
	l := &Log{say: say, out: out}
	if !terminal {
		l.lines = slog.New(slog.NewTextHandler(out, nil))
	}
	return l
}

// Tell says a sentence, or the event of which it tells with its attributes.
func (l *Log) Tell(sentence, event string, attributes ...any) {
	if l.lines == nil {
		l.say("%s", sentence)
		return
	}
	l.lines.Info(event, attributes...)
}

// Failed says that a pass failed, with the stack where it panicked.
func (l *Log) Failed(err error) {
	var p *Panic
	stack := ""
	if errors.As(err, &p) {
		stack = string(p.Stack)
	}
	switch {
	case l.lines == nil && stack != "":
		l.say("%v", err)
		fmt.Fprintln(l.out, stack)
	case l.lines == nil:
		l.say("%v", err)
	case stack != "":
		l.lines.Error("pass failed", "error", err, "stack", stack)
	default:
		l.lines.Error("pass failed", "error", err)
	}
}
