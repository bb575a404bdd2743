package store

import (
	"errors"
	"fmt"

	"tracker/claims"
	"tracker/ledger"
	"tracker/store/dialect"
)

// explain turns what the engine says of the book into a refusal with the next
// thing to type; everything else is our fault and passes as it is.
func (b *Book) explain(err error) error {
	if errors.Is(err, ledger.ErrPacked) {
		return b.engine.Damaged(err.Error())
	}
	return b.engine.Explain(err)
}

// unusable is a refusal of the book itself.
func unusable(format string, args ...any) *claims.Error { return dialect.Unusable(format, args...) }

// noClaim is the refusal of an id that the book does not have.
func noClaim(what any) error {
	return (&claims.Error{Kind: claims.NotFound, Msg: fmt.Sprintf("no claim has the id %v", what)}).WithHint("tracker list shows the ids")
}
