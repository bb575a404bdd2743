package store

import (
	"errors"
	"strings"
	"testing"

	"tracker/claims"
)

// mustBeUnusable fails the test unless err refuses the book (exit code 6) in
// one line that names it, with a hint of what to do.
func mustBeUnusable(t testing.TB, err error, path string) {
	t.Helper()
	var refusal *claims.Error
	if !errors.As(err, &refusal) || refusal.Kind != claims.Unusable {
		t.Errorf("err = %v (%T), want a refusal of the book", err, err)
		return
	}
	if refusal.Hint == "" || !strings.Contains(refusal.Msg, path) || strings.Contains(strings.ReplaceAll(refusal.Msg, path, ""), "\n") {
		t.Errorf("refused with %q, hint %q: want one line that names %q, and a hint", refusal.Msg, refusal.Hint, path)
	}
}
