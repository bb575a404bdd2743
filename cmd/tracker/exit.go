package main

import (
	"context"
	"errors"
	"strings"

	"tracker/claims"
	"tracker/telling/screen"
)

// The exit codes, which `tracker help exit-codes` prints.
const (
	exitDone        = 0
	exitFault       = 1
	exitUsage       = 2
	exitRefused     = 3
	exitNotFound    = 4
	exitDamaged     = 5
	exitUnusable    = 6
	exitUnready     = 7
	exitDue         = 10
	exitInterrupted = 130
	exitUnread      = 141
)

var exitCodes = []struct {
	code    int
	meaning string
}{
	{exitDone, "done"},
	{exitFault, "a fault of tracker itself"},
	{exitUsage, "the command was typed wrongly"},
	{exitRefused, "the input was refused; nothing was changed, but for what is said to be kept"},
	{exitNotFound, "nothing has that id or name"},
	{exitDamaged, "check or verify found damage"},
	{exitUnusable, "the book is busy, missing, foreign or cannot be written"},
	{exitUnready, "claims lack what a published report needs (only with report --check)"},
	{exitDue, "something is due (only with --exit-code)"},
	{exitInterrupted, "interrupted"},
	{exitUnread, "nobody reads the output any more, as after | head; only the daemon says so"},
}

// errDue is the answer of due --exit-code when something is due.
var errDue = errors.New("something is due")

// exit says on standard error what went wrong and returns the exit code.
func (e *env) exit(err error) int {
	var refusal *claims.Error
	var problems claims.Problems
	switch {
	case err == nil:
		return exitDone
	case errors.Is(err, errDue):
		return exitDue
	case screen.Unread(err):
		return exitUnread
	case errors.Is(err, context.Canceled):
		e.Sayf("interrupted")
		return exitInterrupted
	case errors.Is(err, screen.ErrAborted):
		e.Sayf("aborted: %v", err)
		return exitInterrupted
	case errors.As(err, &problems):
		e.Refuse(problems)
		return codeOf(problems[0].Kind)
	case errors.As(err, &refusal):
		e.Refuse(claims.Problems{refusal})
		if errors.Is(refusal, screen.ErrUnread) {
			return exitUnread
		}
		return codeOf(refusal.Kind)
	}
	e.Sayf("%s", strings.ReplaceAll(err.Error(), "\n", "; "))
	return exitFault
}

func codeOf(k claims.Kind) int {
	switch k {
	case claims.Usage:
		return exitUsage
	case claims.NotFound:
		return exitNotFound
	case claims.Damaged:
		return exitDamaged
	case claims.Unusable:
		return exitUnusable
	case claims.Unready:
		return exitUnready
	}
	return exitRefused
}

// usage is a refusal of how a command was typed.
func usage(format string, args ...any) *claims.Error {
	return claims.Mistyped(format, args...)
}
