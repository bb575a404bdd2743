// Package spill keeps values until they are read once, in the order in which
// they came, or found again by hashes: a few in memory, many in a file that is
// gone afterwards. It knows nothing of what they are, beyond that they are made
// of exported fields.
//
//	kept := spill.Of[line]()
//	defer kept.Close()
//	err := kept.Add(kept.Pack(&l))
//	…
//	for l, err := range kept.All() { … }
package spill

import (
	"bufio"
	"bytes"
	"encoding/binary"
	"io"
	"iter"
	"reflect"
	"slices"
)

// Kept are values of one type.
type Kept[T any] struct {
	stream
	form form
	n    int    // how many there are
	read []byte // the bytes of the value that is read
}

// Of keeps values of a type. It panics for a type that has more than data.
func Of[T any]() *Kept[T] { return &Kept[T]{form: formOf(reflect.TypeFor[T]())} }

// Pack makes bytes of a value. It may be called by several at once.
func (k *Kept[T]) Pack(v *T) []byte {
	return k.form.put(make([]byte, 0, 512), reflect.ValueOf(v).Elem())
}

// Add keeps a value that is packed.
func (k *Kept[T]) Add(packed []byte) error {
	k.n++
	k.memory = append(binary.AppendUvarint(k.memory, uint64(len(packed))), packed...)
	return k.settle()
}

// Unpack makes v, which is empty, what the bytes of a value say. It may be
// called by several at once.
func (k *Kept[T]) Unpack(packed []byte, v *T) error {
	return unread(k.form.read(packed, reflect.ValueOf(v).Elem()))
}

// All yields the values, and ends with an error when one cannot be read.
func (k *Kept[T]) All() iter.Seq2[T, error] { return k.From(0) }

// From is All without the first values.
func (k *Kept[T]) From(first int) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		r, err := k.reader()
		v, none := *new(T), *new(T)
		for i := range k.n {
			v = none
			if err == nil {
				err = k.bytes(r)
			}
			if err == nil && i < first {
				continue
			}
			if err == nil {
				err = k.form.read(k.read, reflect.ValueOf(&v).Elem())
			}
			if !yield(v, unread(err)) || err != nil {
				return
			}
		}
	}
}

// reader reads the file, and what is still in memory.
func (k *Kept[T]) reader() (*bufio.Reader, error) {
	if k.file == nil {
		return bufio.NewReader(bytes.NewReader(k.memory)), nil
	}
	_, err := k.file.Seek(0, io.SeekStart)
	return bufio.NewReaderSize(io.MultiReader(k.file, bytes.NewReader(k.memory)), 1<<16), err
}

// bytes reads those of a value.
func (k *Kept[T]) bytes(r *bufio.Reader) error {
	length, err := binary.ReadUvarint(r)
	if err != nil {
		return errShort
	}
	if k.read = slices.Grow(k.read[:0], int(length))[:length]; len(k.read) > 0 {
		if _, err := io.ReadFull(r, k.read); err != nil {
			return errShort
		}
	}
	return nil
}
