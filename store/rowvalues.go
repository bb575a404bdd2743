package store

import (
	"bytes"
	"cmp"
	"fmt"
	"strings"

	"tracker/clean"
)

// keyIn is the part of a row that its key is, nil of none.
func keyIn(row []any, key []int) []any {
	if row == nil {
		return nil
	}
	values := make([]any, len(key))
	for i, at := range key {
		values[i] = row[at]
	}
	return values
}

// compareKeys orders keys; none comes last.
func compareKeys(a, b []any) int {
	if a == nil || b == nil {
		return cmp.Compare(len(b), len(a))
	}
	return compareRows(plainRow(a), plainRow(b), len(a))
}

// compareRows orders two rows by their first n values.
func compareRows(a, b []any, n int) int {
	for i := range n {
		order := 0
		switch v := a[i].(type) {
		case int64:
			w, _ := b[i].(int64)
			order = cmp.Compare(v, w)
		case string:
			w, _ := b[i].(string)
			order = cmp.Compare(v, w)
		}
		if order != 0 {
			return order
		}
	}
	return 0
}

// same reports whether two values are kept as the same.
func same(a, b any) bool {
	if v, ok := a.([]byte); ok {
		w, ok := b.([]byte)
		return ok && bytes.Equal(v, w)
	}
	return a == b || plain(a) == plain(b)
}

// plain is a value as it can be compared: whole numbers of one type, truth as
// one, uids as texts.
func plain(v any) any {
	switch v := v.(type) {
	case []byte:
		return unpackUID(v) // no other bytes are compared
	case int:
		return int64(v)
	case bool:
		if v {
			return int64(1)
		}
		return int64(0)
	}
	return v
}

func plainRow(row []any) []any {
	for i := range row {
		row[i] = plain(row[i])
	}
	return row
}

// rowKey prints a key.
func rowKey(key []any) string { return strings.Trim(fmt.Sprint(key), "[]") }

// shown prints a value for a message, short and harmless.
func shown(v any) string {
	if v == nil {
		return "empty"
	}
	s := clean.Line(fmt.Sprint(v))
	if r := []rune(s); len(r) > 60 {
		s = string(r[:57]) + "..."
	}
	return fmt.Sprintf("%q", s)
}
