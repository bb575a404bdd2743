package dialect

import (
	"fmt"

	"tracker/claims"
)

// Unusable is a refusal of the book itself.
func Unusable(format string, args ...any) *claims.Error {
	return &claims.Error{Kind: claims.Unusable, Msg: fmt.Sprintf(format, args...)}
}
