package date

import (
	"strconv"
	"strings"
	"time"
	"unicode"
)

// split takes a text apart into words in lower case and numbers; what stands
// between them is dropped. A number keeps its ordinal ending out: 12th is 12.
func split(s string) []string {
	fields := strings.FieldsFunc(strings.ToLower(s), func(r rune) bool {
		return unicode.IsSpace(r) || strings.ContainsRune(",./-–_", r)
	})
	for i, f := range fields {
		for _, ending := range []string{"st", "nd", "rd", "th"} {
			if n := strings.TrimSuffix(f, ending); n != f && isNumber(n) {
				fields[i] = n
			}
		}
	}
	return fields
}

func isNumber(s string) bool {
	_, ok := digits(strings.TrimPrefix(s, "'"))
	return ok
}

// digits reads ASCII digits alone.
func digits(s string) (int, bool) {
	if s == "" || len(s) > 8 || strings.Trim(s, "0123456789") != "" {
		return 0, false
	}
	n, err := strconv.Atoi(s)
	return n, err == nil
}

// small reads a day or a month: one or two digits.
func small(s string) (int, bool) {
	n, ok := digits(s)
	return n, ok && len(s) <= 2
}

// count reads how many: a number or one of the first words for one.
func count(s string) (int, bool) {
	for i, w := range []string{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"} {
		if s == w {
			return i, true
		}
	}
	if s == "a" || s == "an" {
		return 1, true
	}
	return digits(s)
}

func weekday(s string) (time.Weekday, bool) {
	for d := time.Sunday; d <= time.Saturday; d++ {
		if begins(s, d.String()) {
			return d, true
		}
	}
	return 0, false
}

func monthOf(s string) (time.Month, bool) {
	for m := time.January; m <= time.December; m++ {
		if begins(s, m.String()) {
			return m, true
		}
	}
	return 0, false
}

// begins reports whether s is name or an abbreviation of it by at least three
// letters.
func begins(s, name string) bool {
	return len(s) >= 3 && len(s) <= len(name) && strings.EqualFold(s, name[:len(s)])
}

// cut shortens a text that is quoted in a message.
func cut(s string) string {
	if r := []rune(s); len(r) > 60 {
		return string(r[:57]) + "..."
	}
	return s
}
