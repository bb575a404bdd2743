package claims

import (
	"slices"
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// LookAlike is the form in which two names that are likely one look the same:
// letters and digits only, without case, European accents, widths and a
// leading "the"; a letter of another alphabet that looks like a Latin one
// counts as that. The vowel signs of other alphabets stay. It is "" for a name
// that has no letter or digit.
func LookAlike(name string) string {
	folded := strings.TrimPrefix(Fold(Name(name)), "the ")
	return twins.Replace(Fold(strings.Map(func(r rune) rune {
		if accent := r >= 0x300 && r <= 0x36f; accent || !unicode.In(r, unicode.L, unicode.N, unicode.M) {
			return -1
		}
		return r
	}, norm.NFKD.String(folded))))
}

// LookAlikes returns the groups of at least two names that look alike, in the
// order of their first members.
func LookAlikes(names []string) [][]string {
	var order []string
	groups := map[string][]string{}
	for _, name := range names {
		form := LookAlike(name)
		if form == "" {
			continue
		}
		if groups[form] == nil {
			order = append(order, form)
		}
		groups[form] = append(groups[form], name)
	}
	var out [][]string
	for _, form := range order {
		if len(groups[form]) > 1 {
			out = append(out, groups[form])
		}
	}
	return out
}

// Near returns the names, at most three, that somebody who typed name may
// have meant, the nearest first: those that look alike, hold it or differ in
// few letters.
func Near(name string, known []string) []string {
	form := []rune(LookAlike(name))
	near := candidates{}
	for _, k := range known {
		other := []rune(LookAlike(k))
		far := distance(form, other)
		if len(form) >= 3 && strings.Contains(string(other), string(form)) {
			far = min(far, 1)
		}
		if far <= max(1, len(form)/4) {
			near = append(near, candidate{k, far})
		}
	}
	return near.names()
}

// candidates are names that may have been meant, with how far they are.
type candidates []candidate

type candidate struct {
	name string
	far  int
}

// names returns the three nearest, the nearest first.
func (near candidates) names() []string {
	slices.SortStableFunc(near, func(a, b candidate) int { return a.far - b.far })
	var out []string
	for _, c := range near[:min(3, len(near))] {
		out = append(out, c.name)
	}
	return out
}

// distance is the number of letters to put in, leave out or change between a
// and b.
func distance(a, b []rune) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i, x := range a {
		corner := row[0]
		row[0] = i + 1
		for j, y := range b {
			change := corner
			if x != y {
				change++
			}
			corner = row[j+1]
			row[j+1] = min(change, row[j+1]+1, row[j]+1)
		}
	}
	return row[len(b)]
}

// Misspelt returns the names, at most three, that differ from name in a letter
// or two, the nearest first: what somebody who mistyped one may have meant.
// Names that differ in their digits are not misspelt: "midterms 2022".
func Misspelt(name string, known []string) []string {
	form := []rune(LookAlike(name))
	allowed := 2
	switch {
	case len(form) < 4:
		return nil
	case len(form) < 8:
		allowed = 1
	}
	near := candidates{}
	for _, k := range known {
		other := LookAlike(k)
		if far := distance(form, []rune(other)); far <= allowed && digitsOf(string(form)) == digitsOf(other) {
			near = append(near, candidate{k, far})
		}
	}
	return near.names()
}

func digitsOf(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsDigit(r) {
			return r
		}
		return -1
	}, s)
}
