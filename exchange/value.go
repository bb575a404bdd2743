package exchange

import (
	"encoding/json"
	"fmt"
	"math"
	"strconv"
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// kind is what a value was written as.
type kind byte

const (
	aNull   kind = iota
	aText        // a JSON string
	aNumber      // a JSON number
	aBool        // true or false
	aCell        // a cell of a CSV file, which may stand for any of them
)

func (k kind) String() string {
	return [...]string{"null", "text", "a number", "true or false", "a cell"}[k]
}

// value is one scalar as it was written.
type value struct {
	text string
	kind kind
}

// An address is where a member is kept: a pointer to it. set and show know these
// types.
//
//	*string *claims.UID *calendar.Day *claims.Instant
//	*int64 *int **int **float64 *bool **bool

// set puts v at its address, or says why it does not belong there. Null leaves
// what is there as it is.
func set(addr any, v value) error {
	if v.kind == aNull {
		return nil
	}
	switch p := addr.(type) {
	case *string:
		return v.as(aText, p)
	case *claims.UID:
		return setUID(p, v)
	case *calendar.Day:
		return setDay(p, v)
	case *claims.Instant:
		return setInstant(p, v)
	case *int64:
		return setInteger(p, v)
	case **int:
		var n int64
		if err := setInteger(&n, v); err != nil {
			return err
		}
		short := int(n)
		*p = &short
	case **float64:
		return setNumber(p, v)
	case *bool:
		return setBool(p, v)
	case **bool:
		*p = new(bool)
		return setBool(*p, v)
	}
	return nil
}

// as copies the text of a value that has to be of a kind.
func (v value) as(want kind, into *string) error {
	if v.kind != want && v.kind != aCell {
		return fmt.Errorf("is %s, not %s", v.kind, want)
	}
	*into = v.text
	return nil
}

func setUID(p *claims.UID, v value) error {
	var s string
	if err := v.as(aText, &s); err != nil {
		return err
	}
	if s != "" && !isUID(s) {
		return fmt.Errorf("%.60q is not a uid like 01987a3e-5c00-7000-8000-000000000001", s)
	}
	*p = claims.UID(s)
	return nil
}

// isUID reports whether s is a UUID as books write it, in lower case.
func isUID(s string) bool {
	if len(s) != 36 {
		return false
	}
	for i := range len(s) {
		if dash := i == 8 || i == 13 || i == 18 || i == 23; dash != (s[i] == '-') ||
			!dash && !strings.ContainsRune("0123456789abcdef", rune(s[i])) {
			return false
		}
	}
	return true
}

func setDay(p *calendar.Day, v value) error {
	var s string
	if err := v.as(aText, &s); err != nil || s == "" {
		return err
	}
	d, err := calendar.Parse(s)
	if err != nil && len(s) > 60 {
		return fmt.Errorf("%.60q... is not a date like 2025-08-06", s)
	}
	*p = d
	return err
}

func setInstant(p *claims.Instant, v value) error {
	var s string
	if err := v.as(aText, &s); err != nil || s == "" {
		return err
	}
	if p.UnmarshalJSON([]byte(`"`+s+`"`)) != nil {
		return fmt.Errorf("%.60q is not an instant like 2025-08-06T14:30:00Z", s)
	}
	return nil
}

func setInteger(p *int64, v value) error {
	var s string
	if err := v.as(aNumber, &s); err != nil {
		return err
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || s[0] == '+' {
		return fmt.Errorf("%.60q is not a whole number", s)
	}
	*p = n
	return nil
}

// setNumber reads a number. A cell may hold 62% for 0.62.
func setNumber(p **float64, v value) error {
	var s string
	if err := v.as(aNumber, &s); err != nil {
		return err
	}
	s, percent := strings.CutSuffix(s, "%")
	if v.kind == aCell {
		scan := scanner{text: s}
		if _, err := scan.number(); err != nil || scan.at < len(s) {
			return fmt.Errorf("%.60q is not a number like 0.62 or 62%%", v.text)
		}
	}
	f, err := strconv.ParseFloat(s, 64)
	if percent {
		f /= 100
	}
	if f == 0 {
		f = math.Copysign(0, 1) // never the -0 that would print differently
	}
	*p = &f
	return err
}

func setBool(p *bool, v value) error {
	var s string
	if err := v.as(aBool, &s); err != nil {
		return err
	}
	switch strings.ToLower(s) { // spreadsheets write TRUE
	case "true":
		*p = true
	case "false":
		*p = false
	default:
		return fmt.Errorf("%.60q is neither true nor false", s)
	}
	return nil
}

// show returns what is at an address as text, "" when nothing is known.
func show(addr any) string {
	switch p := addr.(type) {
	case *string:
		return *p
	case *claims.UID:
		return string(*p)
	case *calendar.Day:
		return p.String()
	case *claims.Instant:
		return p.String()
	case **int:
		if *p != nil {
			return strconv.Itoa(**p)
		}
	case **float64:
		if *p != nil {
			return strconv.FormatFloat(**p, 'g', -1, 64)
		}
	case *bool:
		if *p {
			return "true"
		}
	case **bool:
		if *p != nil {
			return strconv.FormatBool(**p)
		}
	case *int64:
		return strconv.FormatInt(*p, 10)
	case *list:
		return p.show()
	}
	return ""
}

// asJSON is v in JSON; v holds nothing that JSON cannot say.
func asJSON(v any) string {
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	if enc.Encode(v) != nil {
		return ""
	}
	return strings.TrimSuffix(b.String(), "\n")
}
