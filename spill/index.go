package spill

import (
	"encoding/binary"
	"errors"
	"iter"
	"math"
	"reflect"
	"slices"
)

// Index keeps values that are found by hashes. Memory has some 12 bytes for
// each hash, and the last of the values.
//
//	seen := spill.NewIndex[line]()
//	defer seen.Close()
//	err := seen.Add(&l, hashOf(l.Key))
//	…
//	l, ok, err := seen.Find(hashOf(key))
type Index[T any] struct {
	stream
	form   form
	places places
	record []byte   // the one that is added
	list   []uint64 // its hashes
}

// unit is what the beginnings of records lie apart at least, in bytes: where
// one is, in so many, is its place.
const unit = 8

var errFull = errors.New("it is more than can be found again")

// NewIndex makes an index that is empty. It panics for a type that has more
// than data.
func NewIndex[T any]() *Index[T] { return &Index[T]{form: formOf(reflect.TypeFor[T]())} }

// Add keeps a value under hashes, up to 255. By one that has a value already,
// that one is found; what would be found by none is not kept.
func (x *Index[T]) Add(v *T, hashes ...uint64) error {
	if err := x.choose(hashes); err != nil || len(x.list) == 0 {
		return unread(err)
	}
	at := x.end() / unit
	if at >= math.MaxUint32 {
		return errFull
	}
	x.record = append(x.record[:0], byte(len(x.list)))
	for _, h := range x.list {
		x.record = binary.LittleEndian.AppendUint64(x.record, h)
		x.places.add(h, uint32(at))
	}
	x.record = x.form.put(x.record, reflect.ValueOf(v).Elem())
	x.memory = append(binary.AppendUvarint(x.memory, uint64(len(x.record))), x.record...)
	for x.end()%unit != 0 {
		x.memory = append(x.memory, 0)
	}
	return x.settle()
}

// choose lists the hashes that have no value yet, each once.
func (x *Index[T]) choose(hashes []uint64) error {
	x.list = x.list[:0]
	for _, h := range hashes {
		_, there, err := x.place(h)
		if err != nil {
			return err
		}
		if !there && !slices.Contains(x.list, h) {
			x.list = append(x.list, h)
		}
	}
	return nil
}

// Find returns the value of a hash.
func (x *Index[T]) Find(hash uint64) (v T, ok bool, err error) {
	at, ok, err := x.place(hash)
	if ok {
		v, err = x.value(at)
	}
	return v, ok, unread(err)
}

// place finds where the value of a hash is.
func (x *Index[T]) place(hash uint64) (uint32, bool, error) {
	for at := range x.places.at(hash) {
		r, _, err := x.at(at)
		if err != nil {
			return 0, false, err
		}
		for h := range slices.Chunk(r.hashes, 8) {
			if binary.LittleEndian.Uint64(h) == hash {
				return at, true, nil
			}
		}
	}
	return 0, false, nil
}

// value is the value at a place.
func (x *Index[T]) value(at uint32) (v T, err error) {
	r, _, err := x.at(at)
	if err == nil {
		err = x.form.read(r.value, reflect.ValueOf(&v).Elem())
	}
	return v, err
}

// All yields the values in their order, and ends with an error when one cannot
// be read.
func (x *Index[T]) All() iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for at, end := uint32(0), uint32(x.end()/unit); at < end; {
			_, next, err := x.at(at)
			var v T
			if err == nil {
				v, err = x.value(at)
			}
			if !yield(v, unread(err)) || err != nil {
				return
			}
			at = next
		}
	}
}

// record is what is kept of a value.
type record struct{ hashes, value []byte }

// at returns the record at a place, valid until the next call, and where the
// next one is.
func (x *Index[T]) at(at uint32) (r record, next uint32, err error) {
	begin := int64(at) * unit
	b, err := x.from(begin, binary.MaxVarintLen64)
	if err != nil {
		return r, 0, err
	}
	length, head := binary.Uvarint(b)
	if head <= 0 || length > uint64(x.end()-begin) {
		return r, 0, errShort
	}
	whole := head + int(length)
	if b, err = x.from(begin, whole); err != nil {
		return r, 0, err
	}
	if len(b) < whole || length == 0 || 8*int(b[head]) >= int(length) {
		return r, 0, errShort
	}
	hashes := b[head+1:]
	value := 8 * int(b[head])
	return record{hashes[:value], hashes[value : length-1]}, at + uint32((whole+unit-1)/unit), nil
}
