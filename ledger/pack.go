package ledger

import (
	"bytes"
	"compress/flate"
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"sync"
)

// A packed body begins with its form, which no JSON text does, and the length
// of the text; a DEFLATE stream (RFC 1951) that knows Words follows.
const packedForm = 1

// plainest is the length up to which a text is kept as it is: there is little
// to save, and people who look at the file can read it.
const plainest = 192

// most bounds what a damaged body can claim to unpack to.
const most = 1 << 28

// denser is more than what a byte of DEFLATE can stand for.
const denser = 1100

// ErrPacked says that a stored body cannot be unpacked: it has been damaged.
var ErrPacked = errors.New("its body cannot be unpacked")

// Pack returns body as it is stored: as it is, or shorter. Unpack gives the
// same bytes back.
func Pack(body []byte) []byte {
	if len(body) <= plainest {
		return body
	}
	packed := binary.AppendUvarint(append(make([]byte, 0, len(body)), packedForm), uint64(len(body)))
	if packed = deflate(packed, body); len(packed) >= len(body) {
		return body
	}
	return packed
}

var readers = sync.Pool{New: func() any { return flate.NewReaderDict(bytes.NewReader(nil), []byte(Words)) }}

// Unpack returns the body that was stored.
func Unpack(stored []byte) ([]byte, error) {
	if len(stored) == 0 || stored[0] != packedForm {
		return stored, nil
	}
	length, n := binary.Uvarint(stored[1:])
	if n <= 0 || length > most || length > denser*uint64(len(stored)) {
		return nil, fmt.Errorf("%w: it has no length", ErrPacked)
	}
	r := readers.Get().(io.Reader)
	defer readers.Put(r)
	if err := r.(flate.Resetter).Reset(bytes.NewReader(stored[1+n:]), []byte(Words)); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPacked, err)
	}
	body := make([]byte, length)
	if _, err := io.ReadFull(r, body); err != nil {
		return nil, fmt.Errorf("%w: %w", ErrPacked, err)
	}
	if n, err := r.Read(make([]byte, 1)); n > 0 || err != io.EOF {
		return nil, fmt.Errorf("%w: it is longer than %d bytes", ErrPacked, length)
	}
	return body, nil
}
