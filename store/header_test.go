package store

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"tracker/claims"
)

// survey opens a file as every verb does, reads, checks and writes, and
// returns the first refusal.
func survey(ctx context.Context, path string) error {
	b, err := Open(ctx, path)
	if err != nil {
		return err
	}
	defer b.Close()
	for _, err := range b.All(ctx, claims.Filter{}, now) {
		if err != nil {
			return err
		}
	}
	problems, err := b.Check(ctx, nil)
	if err != nil {
		return err
	}
	if damaged(problems) {
		return errDamaged
	}
	if _, err := b.Add(ctx, NewCommand("add", "desk", now), plainClaim(77)); err != nil {
		return err
	}
	if problems, err = b.Check(ctx, nil); err == nil && damaged(problems) {
		return fmt.Errorf("written into a damaged file: %+v", problems)
	}
	return err
}

var errDamaged = errors.New("check found damage")

// Every byte of the header, changed, is refused in a sentence with the way
// out, or found by check, or means nothing; nothing panics, and nothing is a
// fault of tracker's own.
func TestRow60EveryHeaderByte(t *testing.T) {
	fileOnly(t)
	book := fullBook(t)
	flips := []byte{0xff}
	if os.Getenv("TRACKER_SOAK") == "1" {
		flips = []byte{0xff, 0x01, 0x80, 0x40}
	}
	refused, found, harmless := 0, 0, []int{}
	for at := range 100 {
		for _, flip := range flips {
			path := filepath.Join(t.TempDir(), "book.db")
			text := bytes.Clone(book)
			text[at] ^= flip
			if err := os.WriteFile(path, text, 0o600); err != nil {
				t.Fatal(err)
			}
			err := survey(t.Context(), path)
			var refusal *claims.Error
			switch {
			case err == nil:
				harmless = append(harmless, at)
			case errors.Is(err, errDamaged):
				found++
			case errors.As(err, &refusal) && refusal.Kind == claims.Unusable && refusal.Hint != "" && strings.Count(refusal.Msg, "\n") == 0:
				refused++
			default:
				t.Errorf("byte %d ^ %#x: %v", at, flip, err)
			}
		}
	}
	t.Logf("%d refused, %d found by check, harmless: %v", refused, found, harmless)
	// Counters, hints, what SQLite keeps for the future, and the bits of a
	// number that it does not read may change.
	means := map[int]bool{}
	for _, at := range harmless {
		means[at] = true
	}
	for at := range 100 {
		free := at >= 24 && at < 28 || at >= 40 && at < 44 || at >= 44 && at < 47 || at >= 48 && at < 52 || at >= 56 && at < 60 || at >= 64 && at < 68 || at >= 72
		if means[at] && !free {
			t.Errorf("byte %d may be anything", at)
		}
	}
}

// A schema number that is not the tables' is refused, whatever it is.
func TestRow60SchemaNumber(t *testing.T) {
	fileOnly(t)
	book := fullBook(t)
	for _, number := range []uint32{0xffffffff, 0x80000000, 0, 1, uint32(SchemaVersion()) + 1, 0x7fffffff} {
		path := filepath.Join(t.TempDir(), "book.db")
		if err := os.WriteFile(path, header(book, 60, number), 0o600); err != nil {
			t.Fatal(err)
		}
		for way, open := range map[string]func() (*Book, error){
			"open":   func() (*Book, error) { return Open(t.Context(), path) },
			"create": func() (*Book, error) { b, _, err := Create(t.Context(), path); return b, err },
		} {
			b, err := open()
			if err == nil {
				b.Close()
			}
			mustBeUnusable(t, err, path)
			var refusal *claims.Error
			if errors.As(err, &refusal) && !strings.Contains(refusal.Hint, "tracker restore --db "+path+" BACKUP") {
				t.Errorf("%d, %s: the hint is %q", int32(number), way, refusal.Hint)
			}
		}
		if text, err := os.ReadFile(path); err != nil || !bytes.Equal(text, header(book, 60, number)) {
			t.Errorf("%d: the file has changed (%v)", int32(number), err)
		}
	}
}
