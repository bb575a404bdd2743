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
	Say   func(format string, args ...any) // to a person
	Err   io.Writer                        // where such a person reads a stack as it is
	Lines *slog.Logger                     // nil at a terminal
}

// Tell says a sentence, or the event of which it tells with its attributes.
func (l *Log) Tell(sentence, event string, attributes ...any) {
	if l.Lines == nil {
		l.Say("%s", sentence)
		return
	}
	l.Lines.Info(event, attributes...)
}

// Failed says that a pass failed, with the stack where it panicked.
func (l *Log) Failed(err error) {
	var p *Panic
	stack := ""
	if errors.As(err, &p) {
		stack = string(p.Stack)
	}
	switch {
	case l.Lines == nil && stack != "":
		l.Say("%v", err)
		fmt.Fprintln(l.Err, stack)
	case l.Lines == nil:
		l.Say("%v", err)
	case stack != "":
		l.Lines.Error("pass failed", "error", err, "stack", stack)
	default:
		l.Lines.Error("pass failed", "error", err)
	}
}
