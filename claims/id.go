package claims

import "strconv"

// ParseID reads a claim's number: decimal digits, at least 1.
func ParseID(s string) (ID, error) {
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil || n < 1 || s[0] == '+' {
		return 0, &Error{Kind: NotFound, Msg: "no claim has the id " + quoted(s), Hint: "tracker list shows the ids"}
	}
	return ID(n), nil
}
