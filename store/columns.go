package store

import (
	"database/sql"
	"encoding/json"
	"fmt"
	"slices"
	"strings"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
)

// column is a column of a table and the address of the member of a T that it
// keeps. It is named here, beside the member, and nowhere else: statements
// are made of these tables.
type column[T any] struct {
	name string
	addr func(*T) any
}

// keepsAll is one column for each member of a table, of the same name, but
// for those that are kept otherwise.
func keepsAll[T any](table []claims.Member[T], otherwise ...string) []column[T] {
	var list []column[T]
	for _, m := range table {
		if !slices.Contains(otherwise, m.Name) {
			list = append(list, column[T]{m.Name, m.Addr})
		}
	}
	return list
}

// claimColumns are the columns of a claim that keep one of its members: under
// the member's name, without the part it is in but for the hedge's.
var claimColumns = func() []column[claims.Claim] {
	list := keepsAll(claims.Members, "id", "speaker", "event", "attribution", "appearances", "tags", "hedge", "window", "verdict")
	for _, m := range claims.FlatMembers {
		if part, name, ok := strings.Cut(m.Name, "."); ok && name != "said" { // which the quote says
			if part == "hedge" {
				name = "hedge_" + name
			}
			list = append(list, column[claims.Claim]{name, m.Addr})
		}
	}
	return list
}()

var (
	verdictColumns    = keepsAll(claims.VerdictMembers)
	appearanceColumns = keepsAll(claims.AppearanceMembers, "source")
)

// columnNames lists columns for a statement, each led by prefix.
func columnNames[T any](prefix string, list []column[T]) string {
	names := make([]string, len(list))
	for i, c := range list {
		names[i] = prefix + c.name
	}
	return strings.Join(names, ", ")
}

// pick returns the columns with some names, in that order.
func pick[T any](list []column[T], names ...string) []column[T] {
	out := make([]column[T], len(names))
	for i, name := range names {
		at := slices.IndexFunc(list, func(c column[T]) bool { return c.name == name })
		if at < 0 {
			panic("store: there is no column " + name)
		}
		out[i] = list[at]
	}
	return out
}

// marks are n placeholders.
func marks(n int) string { return "?" + strings.Repeat(", ?", n-1) }

// kept appends what the columns keep of v.
func kept[T any](args []any, list []column[T], v *T) ([]any, error) {
	for _, c := range list {
		arg, err := keep(c.addr(v))
		if err != nil {
			return nil, fmt.Errorf("keep %s: %w", c.name, err)
		}
		args = append(args, arg)
	}
	return args, nil
}

// addresses appends where the columns are scanned into v.
func addresses[T any](into []any, list []column[T], v *T) []any {
	for _, c := range list {
		into = append(into, &cell{c.addr(v)})
	}
	return into
}

// keep is what is at an address as the database keeps it: nothing known is NULL,
// but for texts.
func keep(addr any) (any, error) {
	switch p := addr.(type) {
	case *string:
		return *p, nil
	case *claims.UID:
		return packUID(string(*p)), nil
	case *calendar.Day:
		return day(*p), nil
	case *claims.Instant:
		return instant(*p), nil
	case **float64:
		return number(*p), nil
	case *int:
		return *p, nil
	case **bool:
		if *p == nil {
			return nil, nil
		}
		return **p, nil
	case *bool:
		return *p, nil
	case *[]claims.Proposal:
		if len(*p) == 0 {
			return nil, nil
		}
	case *[]deadline.Alternative:
		if len(*p) == 0 {
			return "[]", nil
		}
	case *[]claims.Evidence:
		if len(*p) == 0 {
			return "[]", nil
		}
	}
	list, err := json.Marshal(addr)
	return string(list), err
}

// cell is the address of a member as the destination of a column; NULL is
// nothing known.
type cell struct{ addr any }

var _ sql.Scanner = (*cell)(nil)

// Scan puts what keep has made back to its address.
func (c *cell) Scan(v any) (err error) {
	s, isText := v.(string)
	b, isBytes := v.([]byte)
	n, isInteger := v.(int64)
	switch p := c.addr.(type) {
	case *string:
		*p = s
		return c.expect(v, isText)
	case *claims.UID:
		*p = claims.UID(unpackUID(b))
		return c.expect(v, isBytes)
	case *calendar.Day:
		if *p, err = parseDay(s); err != nil {
			return err
		}
		return c.expect(v, isText)
	case *claims.Instant:
		*p = claims.Instant(n)
		return c.expect(v, isInteger)
	case *int64:
		*p = n
		return c.expect(v, isInteger)
	case *int:
		*p = int(n)
		return c.expect(v, isInteger)
	case *bool:
		*p = n != 0
		return c.expect(v, isInteger)
	case **bool:
		*p = nil
		if isInteger {
			*p = new(n != 0)
		}
		return c.expect(v, isInteger)
	case **float64:
		f, isNumber := v.(float64)
		if *p = nil; isNumber {
			*p = new(f)
		}
		return c.expect(v, isNumber)
	case *[]deadline.Alternative:
		*p = nil
		return c.list(v, p)
	case *[]claims.Evidence:
		*p = nil
		return c.list(v, p)
	case *[]claims.Proposal:
		*p = nil
		return c.list(v, p)
	}
	return fmt.Errorf("no column keeps a %T", c.addr)
}

// expect refuses what keep would not have made.
func (c *cell) expect(v any, ok bool) error {
	if ok || v == nil {
		return nil
	}
	return fmt.Errorf("a %T where a %T is kept", v, c.addr)
}

// list reads a list kept as JSON.
func (c *cell) list(v any, into any) error {
	s, ok := v.(string)
	if v == nil {
		return nil
	}
	if err := c.expect(v, ok); err != nil {
		return err
	}
	return json.Unmarshal([]byte(s), into)
}
