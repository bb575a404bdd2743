package store

import (
	"errors"
	"fmt"

	"github.com/mattn/go-sqlite3"

	"tracker/claims"
	"tracker/ledger"
)

// busy reports whether err says that another program holds the book.
func busy(err error) bool {
	var e sqlite3.Error
	return errors.As(err, &e) && (e.Code == sqlite3.ErrBusy || e.Code == sqlite3.ErrLocked)
}

// explain turns what SQLite says about the file into a refusal with the next
// thing to type; everything else is our fault and passes as it is.
func (b *Book) explain(err error) error {
	if b.server != nil {
		return b.explainServer(err)
	}
	var e sqlite3.Error
	if errors.Is(err, ledger.ErrPacked) {
		return damage(b.path, "%v", err)
	}
	if err == nil || !errors.As(err, &e) {
		return err
	}
	switch e.Code {
	case sqlite3.ErrBusy, sqlite3.ErrLocked:
		return unusable("%s has held %s for the %d seconds that tracker waits", holder(b.path), b.path, int(patience.Seconds())).
			WithHint("try again when it has finished")
	case sqlite3.ErrNotADB, sqlite3.ErrFormat:
		return noBook(b.path)
	case sqlite3.ErrCorrupt:
		return damage(b.path, "%v", e)
	case sqlite3.ErrReadonly, sqlite3.ErrPerm, sqlite3.ErrAuth:
		return unusable("%s cannot be written: %v", b.path, e).WithHint("check its permissions and those of its directory")
	case sqlite3.ErrFull:
		return unusable("the disk of %s is full; this step was not written", b.path).WithHint("make room and try again")
	case sqlite3.ErrCantOpen:
		return unusable("%s cannot be opened: %v", b.path, e).WithHint("its directory must be writable too, and fewer files be open than the limit (ulimit -n)")
	case sqlite3.ErrIoErr, sqlite3.ErrNoLFS:
		return unusable("%s cannot be read or written: %v", b.path, e).WithHint("check the disk; this step was not written")
	}
	return fmt.Errorf("book %s: %w", b.path, err)
}

// explainServer is explain for what a server says of itself.
func (b *Book) explainServer(err error) error {
	var known *claims.Error
	if err == nil || errors.As(err, &known) {
		return err
	}
	if refusal, ok := b.server.Explain(err); ok {
		return refusal
	}
	return err
}

// noClaim is the refusal of an id that the book does not have.
func noClaim(what any) error {
	return (&claims.Error{Kind: claims.NotFound, Msg: fmt.Sprintf("no claim has the id %v", what)}).WithHint("tracker list shows the ids")
}
