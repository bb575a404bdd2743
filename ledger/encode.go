package ledger

import (
	"cmp"
	"encoding/json"
	"fmt"
	"reflect"
	"slices"
	"strconv"
	"strings"
	"sync"
	"unicode/utf8"
)

// Canonical returns v as canonical JSON (RFC 8785): members sorted by their
// UTF-16 code units, no space, numbers as ECMAScript prints them, strings
// with the shortest escapes. It reads the json tags that encoding/json does:
// names, "-" and embedded structs without a name. Members that are empty are
// left out: read again, they are as empty. A map stays, and what a pointer
// leads to. A tag ledger "-" is for a member that readers see and no entry
// holds.
func Canonical(v any) ([]byte, error) {
	return encode(make([]byte, 0, 1024), reflect.ValueOf(v))
}

var marshalerType = reflect.TypeFor[json.Marshaler]()

// encode appends the canonical form of v.
func encode(b []byte, v reflect.Value) ([]byte, error) {
	if !v.IsValid() {
		return append(b, "null"...), nil
	}
	if v.Type().Implements(marshalerType) && (v.Kind() != reflect.Pointer || !v.IsNil()) {
		return encodeMarshaler(b, v.Interface().(json.Marshaler))
	}
	return encodeKind(b, v)
}

// encodeKind is encode for a value that does not write itself.
func encodeKind(b []byte, v reflect.Value) ([]byte, error) {
	switch v.Kind() {
	case reflect.Pointer, reflect.Interface:
		if v.IsNil() {
			return append(b, "null"...), nil
		}
		return encode(b, v.Elem())
	case reflect.Struct:
		return encodeStruct(b, v)
	case reflect.Map:
		return encodeMap(b, v)
	case reflect.Slice, reflect.Array:
		return encodeList(b, v)
	case reflect.String:
		if s := v.String(); utf8.ValidString(s) {
			return appendString(b, s), nil
		}
		return nil, fmt.Errorf("invalid UTF-8 in %.40q", v.String())
	case reflect.Bool:
		return strconv.AppendBool(b, v.Bool()), nil
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return appendFloat(b, float64(v.Int()))
	case reflect.Float32, reflect.Float64:
		return appendFloat(b, v.Float())
	}
	return nil, fmt.Errorf("no canonical form for a %s", v.Type())
}

// encodeMarshaler takes what a type writes for itself; a text without escapes
// and null are canonical as they are.
func encodeMarshaler(b []byte, m json.Marshaler) ([]byte, error) {
	text, err := m.MarshalJSON()
	if err != nil {
		return nil, err
	}
	simple := string(text) == "null" || len(text) >= 2 && text[0] == '"' && !slices.Contains(text, '\\') && utf8.Valid(text)
	if !simple {
		if text, err = Canonicalize(text); err != nil {
			return nil, err
		}
	}
	return append(b, text...), nil
}

func encodeList(b []byte, v reflect.Value) ([]byte, error) {
	if v.Kind() == reflect.Slice && v.IsNil() {
		return append(b, "null"...), nil
	}
	b = append(b, '[')
	for i := range v.Len() {
		if i > 0 {
			b = append(b, ',')
		}
		var err error
		if b, err = encode(b, v.Index(i)); err != nil {
			return nil, err
		}
	}
	return append(b, ']'), nil
}

func encodeMap(b []byte, v reflect.Value) ([]byte, error) {
	if v.IsNil() {
		return append(b, "null"...), nil
	}
	keys := v.MapKeys()
	slices.SortFunc(keys, func(x, y reflect.Value) int { return compareUTF16(x.String(), y.String()) })
	b = append(b, '{')
	for i, k := range keys {
		if i > 0 {
			b = append(b, ',')
		}
		b = append(appendString(b, k.String()), ':')
		var err error
		if b, err = encode(b, v.MapIndex(k)); err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

func encodeStruct(b []byte, v reflect.Value) ([]byte, error) {
	b = append(b, '{')
	start := len(b)
	for _, f := range fieldsOf(v.Type()) {
		value := v.FieldByIndex(f.index)
		if empty(value) {
			continue
		}
		if len(b) > start {
			b = append(b, ',')
		}
		b = append(b, f.name...)
		var err error
		if f.itself {
			b, err = encode(b, value)
		} else {
			b, err = encodeKind(b, value)
		}
		if err != nil {
			return nil, err
		}
	}
	return append(b, '}'), nil
}

// empty reports what a struct leaves out.
func empty(v reflect.Value) bool {
	switch v.Kind() {
	case reflect.Slice:
		return v.Len() == 0
	case reflect.Array, reflect.Map, reflect.Struct:
		return false
	}
	return v.IsZero()
}

// field is one member of a struct type.
type field struct {
	key    string
	name   string // the key in quotes, with its colon
	index  []int
	itself bool // it may write itself
}

var fieldCache sync.Map // reflect.Type → []field

// fieldsOf returns the members of a struct type in canonical order.
func fieldsOf(t reflect.Type) []field {
	if fields, ok := fieldCache.Load(t); ok {
		return fields.([]field)
	}
	var fields []field
	for _, f := range reflect.VisibleFields(t) {
		tag, _, _ := strings.Cut(f.Tag.Get("json"), ",")
		if !f.IsExported() || tag == "-" || f.Tag.Get("ledger") == "-" || f.Anonymous && tag == "" {
			continue
		}
		key := cmp.Or(tag, f.Name)
		itself := f.Type.Implements(marshalerType) || f.Type.Kind() == reflect.Interface
		fields = append(fields, field{key, string(appendString(nil, key)) + ":", f.Index, itself})
	}
	slices.SortFunc(fields, func(x, y field) int { return compareUTF16(x.key, y.key) })
	fieldCache.Store(t, fields)
	return fields
}
