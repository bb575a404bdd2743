package exchange

import (
	"slices"
	"strconv"
	"strings"
	"unicode"

	"tracker/clean"
)

// cell is what is at the address of a column as a spreadsheet may show it; with
// marked, text that looks like a number, a day or a time is led by an
// apostrophe, or a spreadsheet would make 2026.1 of "2026.10" and 2 January of
// "1/2". Columns of days stay days.
func (c column) cell(marked bool) string {
	switch addr := c.addr.(type) {
	case **float64, **int, *int64:
		return show(addr)
	case *bool:
		if c.derived {
			return strconv.FormatBool(*addr)
		}
	}
	text := show(c.addr)
	_, free := c.addr.(*string)
	marked = marked && (free && !holdsDays(c.name) || likeNumber(text))
	if bare := strings.TrimLeft(text, "'"); likeOther(bare) && (marked || bare != text) {
		return "'" + text
	}
	return clean.Cell(text)
}

// uncell undoes cell.
func uncell(text string) string {
	if rest, ok := strings.CutPrefix(text, "'"); ok && likeOther(strings.TrimLeft(rest, "'")) {
		return rest
	}
	return clean.Uncell(text)
}

// likeOther reports whether a spreadsheet takes a text for something else.
func likeOther(text string) bool {
	return likeNumber(text) || likeDay(text) || strings.EqualFold(text, "true") || strings.EqualFold(text, "false")
}

// likeNumber reports whether a spreadsheet takes a text for a number.
func likeNumber(text string) bool {
	if text == "" || text[0] > '9' || text[0] == '+' || text[0] == '-' {
		return false // signs are those of formulas
	}
	_, err := strconv.ParseFloat(text, 64)
	return err == nil
}

// dayNames are the words, months and weekdays, that a spreadsheet reads in a
// day, in full or by their first three letters or more.
var dayNames = []string{"january", "february", "march", "april", "may", "june", "july", "august", "september", "october", "november", "december",
	"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}

func isDayName(word string) bool {
	return len(word) >= 3 && slices.ContainsFunc(dayNames, func(name string) bool { return strings.HasPrefix(name, word) })
}

// likeDay reports whether a spreadsheet may take a text for a day or a time:
// numbers with signs between them, or with the name of a month, as 1/2, 12:30,
// May 2025, 50 % and 1,234 are.
func likeDay(text string) bool {
	if len(text) > 40 || strings.TrimSpace(text) == "" {
		return false
	}
	numbers, signs, named := 0, false, false
	for _, word := range strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) }) {
		switch word = strings.ToLower(word); {
		case isDigits(word):
			numbers++
		case isDayName(word):
			named = true
		case word != "am" && word != "pm" && word != "a" && word != "p" && word != "t" && word != "z":
			return false
		}
	}
	signs = strings.ContainsAny(text, "/-.:,%€$£ ")
	return numbers > 0 && (named || signs) && !strings.ContainsAny(text, "\n\"();=@<>|")
}
