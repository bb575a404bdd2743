package exchange

import (
	"fmt"
	"strings"
)

// suggest is the hint for a name that is not known: the nearest one that is,
// or all of them.
func suggest(name string, known []string) string {
	if near := nearest(name, known); near != "" {
		return fmt.Sprintf("did you mean %s?", near)
	}
	return "what is known: " + strings.Join(known, ", ")
}

// nearest returns the known name that is most like name, "" when none is
// within a third of its letters.
func nearest(name string, known []string) string {
	best, near := len(name)/3+1, ""
	for _, k := range known {
		if n := distance(strings.ToLower(name), k, best); n < best || n == best && near == "" {
			best, near = n, k
		}
	}
	return near
}

// distance counts the letters to insert, delete or replace to make b of a. It
// answers limit+1 for names too different in length to be within the limit.
func distance(a, b string, limit int) int {
	if len(a)-len(b) > limit || len(b)-len(a) > limit {
		return limit + 1
	}
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range len(a) {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			replace := diagonal
			if a[i] != b[j] {
				replace++
			}
			diagonal = row[j+1]
			row[j+1] = min(replace, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
