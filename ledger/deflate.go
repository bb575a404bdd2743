package ledger

import (
	"encoding/binary"
	"math/bits"
	"sync"
)

// The encoder is small and quick rather than thorough: one block with the
// fixed codes, and of every four bytes only the latest place where they stood.
// compress/flate makes slightly less of a text, and clears 600 KB for each.
const (
	hashBits = 12
	shortest = 4       // a match
	longest  = 258     // a match
	farthest = 1 << 15 // back to a match
)

// places are where four bytes stood last, by their hash, counted from 1 at the
// beginning of Words.
type places [1 << hashBits]int32

func hash(four uint32) uint32 { return four * 0x9E3779B1 >> (32 - hashBits) }

// known are the places in Words.
var known = sync.OnceValue(func() *places {
	var p places
	for i := 0; i+4 <= len(Words); i++ {
		p[hash(binary.LittleEndian.Uint32([]byte(Words[i:i+4])))] = int32(i + 1)
	}
	return &p
})

// buffers begin with Words, for what stands after them.
var buffers = sync.Pool{New: func() any { return new(append(make([]byte, 0, 2*len(Words)), Words...)) }}

// deflate appends text, encoded.
func deflate(b, text []byte) []byte {
	buffer := buffers.Get().(*[]byte)
	defer buffers.Put(buffer)
	*buffer = append((*buffer)[:len(Words)], text...)
	all, seen := *buffer, *known()
	w := bitWriter{out: b}
	w.write(1, 1) // the last block
	w.write(1, 2) // with fixed codes
	i := len(Words)
	for i+shortest <= len(all) {
		four := binary.LittleEndian.Uint32(all[i:])
		h := hash(four)
		at := int(seen[h]) - 1
		seen[h] = int32(i + 1)
		if at < 0 || i-at > farthest || binary.LittleEndian.Uint32(all[at:]) != four {
			w.literal(all[i])
			i++
			continue
		}
		n := shortest
		for n < longest && i+n < len(all) && all[at+n] == all[i+n] {
			n++
		}
		w.match(n, i-at)
		for end := i + n; i < end; i++ {
			if i+shortest <= len(all) {
				seen[hash(binary.LittleEndian.Uint32(all[i:]))] = int32(i + 1)
			}
		}
	}
	for ; i < len(all); i++ {
		w.literal(all[i])
	}
	w.write(0, 7) // the end of the block
	return w.flush()
}

// bitWriter packs bits, the lowest first.
type bitWriter struct {
	out  []byte
	hold uint64
	n    uint
}

func (w *bitWriter) write(v uint32, n uint) {
	w.hold |= uint64(v) << w.n
	for w.n += n; w.n >= 8; w.n -= 8 {
		w.out = append(w.out, byte(w.hold))
		w.hold >>= 8
	}
}

// code writes a Huffman code, whose highest bit comes first.
func (w *bitWriter) code(v uint32, n uint) { w.write(bits.Reverse32(v)>>(32-n), n) }

func (w *bitWriter) literal(c byte) {
	if c < 144 {
		w.code(0x30+uint32(c), 8)
	} else {
		w.code(0x190+uint32(c)-144, 9)
	}
}

// match writes a length and a distance (RFC 1951, 3.2.5 and 3.2.6): both are
// a code for their highest bits and the bits below as they are.
func (w *bitWriter) match(length, distance int) {
	symbol, extra, rest := uint32(285), uint(0), uint32(0)
	if length < longest {
		v := uint32(length - 3)
		if extra = uint(max(bits.Len32(v)-3, 0)); extra == 0 {
			symbol = 257 + v
		} else {
			symbol = 257 + uint32(extra)*4 + v>>extra
		}
		rest = v & (1<<extra - 1)
	}
	if symbol < 280 {
		w.code(symbol-256, 7)
	} else {
		w.code(0xC0+symbol-280, 8)
	}
	w.write(rest, extra)

	v := uint32(distance - 1)
	extra = uint(max(bits.Len32(v)-2, 0))
	symbol = v
	if extra > 0 {
		symbol = uint32(extra)*2 + v>>extra
	}
	w.code(symbol, 5)
	w.write(v&(1<<extra-1), extra)
}

func (w *bitWriter) flush() []byte {
	if w.n > 0 {
		w.out = append(w.out, byte(w.hold))
	}
	return w.out
}
