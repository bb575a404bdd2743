package spill

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
)

// form is how values of a type are packed.
type form struct {
	put func(b []byte, v reflect.Value) []byte
	get func(p *packed, v reflect.Value)
}

// packed is what is left of a value's bytes. Its texts are parts of one.
type packed struct {
	text string
	err  error
}

// read makes a value of all bytes of one.
func (f form) read(b []byte, v reflect.Value) error {
	p := packed{text: string(b)}
	f.get(&p, v)
	if p.err == nil && p.text != "" {
		p.err = errLong
	}
	return p.err
}

var (
	errShort = errors.New("it is shorter than it says")
	errLong  = errors.New("it is longer than it says")
)

// number takes a number off.
func (p *packed) number() uint64 {
	var n uint64
	for shift := 0; len(p.text) > 0 && shift < 64; shift += 7 {
		c := p.text[0]
		p.text = p.text[1:]
		n |= uint64(c&0x7f) << shift
		if c < 0x80 {
			return n
		}
	}
	p.err = errShort
	return 0
}

// taken takes some bytes off.
func (p *packed) taken(n uint64) string {
	if n > uint64(len(p.text)) {
		p.err = errShort
		return ""
	}
	s := p.text[:n]
	p.text = p.text[n:]
	return s
}

var (
	ofText = form{
		func(b []byte, v reflect.Value) []byte {
			return append(binary.AppendUvarint(b, uint64(v.Len())), v.String()...)
		},
		func(p *packed, v reflect.Value) { v.SetString(p.taken(p.number())) },
	}
	ofInteger = form{
		func(b []byte, v reflect.Value) []byte { return binary.AppendVarint(b, v.Int()) },
		func(p *packed, v reflect.Value) {
			n := p.number()
			v.SetInt(int64(n>>1) ^ -int64(n&1))
		},
	}
	ofTruth = form{
		func(b []byte, v reflect.Value) []byte {
			if v.Bool() {
				return append(b, 1)
			}
			return append(b, 0)
		},
		func(p *packed, v reflect.Value) { v.SetBool(p.number() == 1) },
	}
	ofFraction = form{
		func(b []byte, v reflect.Value) []byte { return binary.AppendUvarint(b, math.Float64bits(v.Float())) },
		func(p *packed, v reflect.Value) { v.SetFloat(math.Float64frombits(p.number())) },
	}
)

// formOf is the form of a type.
func formOf(t reflect.Type) form {
	switch t.Kind() {
	case reflect.String:
		return ofText
	case reflect.Bool:
		return ofTruth
	case reflect.Int, reflect.Int64, reflect.Int32, reflect.Int16, reflect.Int8:
		return ofInteger
	case reflect.Float64:
		return ofFraction
	case reflect.Pointer:
		return formOfPointer(t)
	case reflect.Slice:
		return formOfList(t)
	case reflect.Struct:
		return formOfStruct(t)
	}
	panic(fmt.Sprintf("spill: a %s cannot be kept", t))
}

func formOfPointer(t reflect.Type) form {
	inner := formOf(t.Elem())
	return form{
		func(b []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(b, 0)
			}
			return inner.put(append(b, 1), v.Elem())
		},
		func(p *packed, v reflect.Value) {
			if p.number() == 1 {
				v.Set(reflect.New(t.Elem()))
				inner.get(p, v.Elem())
			}
		},
	}
}

// formOfList tells no list, which is 0, from one that is empty.
func formOfList(t reflect.Type) form {
	inner := formOf(t.Elem())
	return form{
		func(b []byte, v reflect.Value) []byte {
			if v.IsNil() {
				return append(b, 0)
			}
			b = binary.AppendUvarint(b, uint64(v.Len())+1)
			for i := range v.Len() {
				b = inner.put(b, v.Index(i))
			}
			return b
		},
		func(p *packed, v reflect.Value) {
			n := p.number()
			if n == 0 {
				return
			}
			if n--; n > uint64(len(p.text)) { // an element has a byte at least
				p.err = errShort
				return
			}
			v.Set(reflect.MakeSlice(t, int(n), int(n)))
			for i := range int(n) {
				inner.get(p, v.Index(i))
			}
		},
	}
}

func formOfStruct(t reflect.Type) form {
	fields := make([]form, t.NumField())
	for i := range fields {
		if !t.Field(i).IsExported() {
			panic(fmt.Sprintf("spill: %s has a field %s that is its own", t, t.Field(i).Name))
		}
		fields[i] = formOf(t.Field(i).Type)
	}
	return form{
		func(b []byte, v reflect.Value) []byte {
			for i := range fields {
				b = fields[i].put(b, v.Field(i))
			}
			return b
		},
		func(p *packed, v reflect.Value) {
			for i := range fields {
				fields[i].get(p, v.Field(i))
			}
		},
	}
}
