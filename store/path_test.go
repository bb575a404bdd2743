package store

import (
	"bytes"
	"encoding/binary"
	"os"
	"path/filepath"
	"testing"
)

// A name is the file of exactly that name, whatever SQLite would read into
// it: the book is made there, found there again, and nothing else appears.
func TestPathIsTaken(t *testing.T) {
	fileOnly(t)
	for _, name := range []string{"a?mode=memory", "a#b", "a%41b", "a%00b", "two words", "über", "new\nline", "file:x.db", ":memory:?", "-rf", "a&b=c;d", "'; DROP TABLE claims", "..."} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, name)
			b, made, err := Create(t.Context(), path)
			if err != nil || !made {
				t.Fatalf("create: made %v, %v", made, err)
			}
			c := mustAdd(t, b, plainClaim(1))
			if err := b.Close(); err != nil {
				t.Fatal(err)
			}
			mustHold(t, dir, name)
			if b, err = Open(t.Context(), path); err != nil {
				t.Fatal(err)
			}
			defer b.Close()
			if got, err := b.Claim(t.Context(), "1"); err != nil || got.UID != c.UID {
				t.Errorf("claim 1 is %s, %v, want %s", got.UID, err, c.UID)
			}
		})
	}
}

// Names that are no file's, and places where no book can be, are refused and
// leave nothing behind.
func TestPathIsRefused(t *testing.T) {
	fileOnly(t)
	dir := t.TempDir()
	t.Chdir(dir)
	sub := filepath.Join(dir, "sub")
	if err := os.Mkdir(sub, 0o700); err != nil {
		t.Fatal(err)
	}
	dangling := filepath.Join(sub, "dangling")
	if err := os.Symlink(filepath.Join(dir, "nowhere"), dangling); err != nil {
		t.Fatal(err)
	}
	file := filepath.Join(sub, "file")
	if err := os.WriteFile(file, []byte("text"), 0o600); err != nil {
		t.Fatal(err)
	}
	for path, named := range map[string]string{
		"": `""`, ":memory:": ":memory:", "a\x00b": `"a\x00b"`, "sub": sub, dangling: dangling,
		filepath.Join(dir, "missing", "book.db"): filepath.Join(dir, "missing"), filepath.Join(file, "book.db"): filepath.Join(file, "book.db"),
	} {
		b, err := Open(t.Context(), path)
		if err == nil {
			b.Close()
		}
		mustBeUnusable(t, err, named)
		b, _, err = Create(t.Context(), path)
		if err == nil {
			b.Close()
		}
		mustBeUnusable(t, err, named)
	}
	mustHold(t, dir, "sub")
	mustHold(t, sub, "dangling", "file")
}

// A book behind a symbolic link is that book, with its log beside it and not
// beside the link.
func TestSymlink(t *testing.T) {
	fileOnly(t)
	b, dir := mustCreate(t), t.TempDir()
	c := mustAdd(t, b, plainClaim(1))
	link := filepath.Join(dir, "link.db")
	if err := os.Symlink(b.path, link); err != nil {
		t.Fatal(err)
	}
	linked, err := Open(t.Context(), link)
	if err != nil {
		t.Fatal(err)
	}
	defer linked.Close()
	mustAdd(t, linked, plainClaim(2))
	if got, err := linked.Claim(t.Context(), "1"); err != nil || got.UID != c.UID {
		t.Errorf("claim 1 is %s, %v, want %s", got.UID, err, c.UID)
	}
	mustHold(t, dir, "link.db")
	mustBeSound(t, b)
}

// header is a file that begins as SQLite's do, changed at an offset.
func header(book []byte, at int, value uint32) []byte {
	out := bytes.Clone(book)
	binary.BigEndian.PutUint32(out[at:], value)
	return out
}

// A file that is no book, or none of ours, is refused with its bytes
// untouched, by every way of opening it.
func TestFileIsRefused(t *testing.T) {
	fileOnly(t)
	book := fullBook(t)
	foreign := filepath.Join(t.TempDir(), "foreign.db")
	if err := os.WriteFile(foreign, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	exec(t, foreign, "CREATE TABLE claims (id)", "INSERT INTO claims VALUES (1)")
	theirs, err := os.ReadFile(foreign)
	if err != nil {
		t.Fatal(err)
	}
	for name, content := range map[string][]byte{
		"text":                   []byte("Dear diary,\n"),
		"long text":              bytes.Repeat([]byte("Dear diary, "), 1000),
		"one byte":               {0},
		"only the header":        book[:100],
		"truncated":              book[:len(book)/2],
		"truncated in a page":    book[:len(book)-1000],
		"flipped in the header":  header(book, 0, 0x53514c20),
		"flipped page size":      header(book, 16, 0x03ff0202),
		"foreign application id": header(book, 68, 0x47504b47),
		"no application id":      header(book, 68, 0),
		"newer schema":           header(book, 60, 99),
		"foreign tables":         theirs,
	} {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			path := filepath.Join(dir, "book.db")
			if err := os.WriteFile(path, content, 0o600); err != nil {
				t.Fatal(err)
			}
			for way, open := range map[string]func() (*Book, error){
				"open":   func() (*Book, error) { return Open(t.Context(), path) },
				"create": func() (*Book, error) { b, _, err := Create(t.Context(), path); return b, err },
			} {
				b, err := open()
				var problems []Finding
				if err == nil { // some damage shows only when it is looked for
					problems, err = b.Check(t.Context(), nil)
					b.Close()
				}
				if !damaged(problems) {
					mustBeUnusable(t, err, path)
				}
				if now, rerr := os.ReadFile(path); rerr != nil || !bytes.Equal(now, content) {
					t.Errorf("%s has changed the file (%v)", way, rerr)
				}
			}
			mustHold(t, dir, "book.db")
		})
	}
}

// An empty file becomes a book only by asking for one.
func TestEmptyFile(t *testing.T) {
	fileOnly(t)
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), path)
	mustBeUnusable(t, err, path)
	if info, err := os.Stat(path); err != nil || info.Size() != 0 {
		t.Fatalf("the empty file has changed: %v", err)
	}
	b, made, err := Create(t.Context(), path)
	if err != nil || !made {
		t.Fatalf("create: %v, %v", made, err)
	}
	b.Close()
	if b, made, err = Create(t.Context(), path); err != nil || made {
		t.Fatalf("create again: made %v, %v", made, err)
	}
	b.Close()
}

// A book that everybody may write to is refused until its mode is mended.
func TestWorldWritableFile(t *testing.T) {
	fileOnly(t)
	path := filepath.Join(t.TempDir(), "book.db")
	if err := os.WriteFile(path, fullBook(t), 0o600); err != nil {
		t.Fatal(err)
	}
	if err := os.Chmod(path, 0o666); err != nil {
		t.Fatal(err)
	}
	_, err := Open(t.Context(), path)
	mustBeUnusable(t, err, path)
	_, _, err = Create(t.Context(), path)
	mustBeUnusable(t, err, path)
	if err := os.Chmod(path, 0o660); err != nil {
		t.Fatal(err)
	}
	b, err := Open(t.Context(), path)
	if err != nil {
		t.Fatal(err)
	}
	b.Close()
}
