package main

import (
	"errors"
	"fmt"
	"log/slog"

	"tracker/daemon"
)

// daemonLog is where the daemon says what it does: in sentences to a person at
// a terminal, in structured lines to a file or a service manager.
type daemonLog struct {
	e     *env
	lines *slog.Logger // nil at a terminal
}

func newDaemonLog(e *env) *daemonLog {
	l := &daemonLog{e: e}
	if !e.TTYErr {
		l.lines = slog.New(slog.NewTextHandler(e.Err, nil))
	}
	return l
}

// say says a sentence, or the event of which it tells with its attributes.
func (l *daemonLog) say(sentence, event string, attributes ...any) {
	if l.lines == nil {
		l.e.Sayf("%s", sentence)
		return
	}
	l.lines.Info(event, attributes...)
}

// failed says that a pass failed, with the stack where it panicked.
func (l *daemonLog) failed(err error) {
	var p *daemon.Panic
	stack := ""
	if errors.As(err, &p) {
		stack = string(p.Stack)
	}
	switch {
	case l.lines == nil && stack != "":
		l.e.Sayf("%v", err)
		fmt.Fprintln(l.e.Err, stack)
	case l.lines == nil:
		l.e.Sayf("%v", err)
	case stack != "":
		l.lines.Error("pass failed", "error", err, "stack", stack)
	default:
		l.lines.Error("pass failed", "error", err)
	}
}
