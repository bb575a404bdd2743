package report

import (
	"encoding/hex"
	"strings"

	"tracker/claims"
)

// packedUID is a uid in the least room: a UUID as its bytes, which is what
// books have, anything else as it is.
type packedUID struct {
	bytes [16]byte
	other *claims.UID
}

func packUID(uid claims.UID) (p packedUID) {
	b, err := hex.DecodeString(strings.ReplaceAll(string(uid), "-", ""))
	if copy(p.bytes[:], b); err != nil || len(b) != len(p.bytes) || p.UID() != uid {
		return packedUID{other: &uid}
	}
	return p
}

// UID is what was packed.
func (p packedUID) UID() claims.UID {
	if p.other != nil {
		return *p.other
	}
	s := hex.EncodeToString(p.bytes[:])
	return claims.UID(s[:8] + "-" + s[8:12] + "-" + s[12:16] + "-" + s[16:20] + "-" + s[20:])
}
