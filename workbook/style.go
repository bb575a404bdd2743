package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"
)

// style is what the format of a cell makes of its number. How many digits a
// desk likes to see is not what the cell holds.
type style byte

const (
	plainNumbers style = iota
	dates
	percents
)

// maxStyles is how many styles a workbook may have.
const maxStyles = 1 << 17

// readStyles reads the formats of cells.
func (f *File) readStyles(part string) error {
	custom := map[string]string{}
	inCells := false
	return f.each(part, func(s *scanner) bool {
		switch {
		case s.name == "cellXfs" && s.kind != chars:
			inCells = s.kind == start
		case s.kind != start:
		case s.name == "numFmt":
			custom[s.attr("numFmtId")] = s.attr("formatCode")
		case s.name == "xf" && inCells:
			f.styles = append(f.styles, styleOf(s.attr("numFmtId"), custom))
		}
		return len(f.styles) < maxStyles && len(custom) < maxStyles
	})
}

func styleOf(number string, custom map[string]string) style {
	code, known := custom[number]
	id, err := strconv.Atoi(number)
	switch {
	case known && showsDays(code), !known && err == nil && builtInDate(id):
		return dates
	case known && strings.HasSuffix(strings.TrimRight(code, ` "`), "%"), !known && (id == 9 || id == 10):
		return percents
	}
	return plainNumbers
}

// builtInDate reports whether a format without a code shows days.
func builtInDate(id int) bool {
	return 14 <= id && id <= 17 || id == 22 || 27 <= id && id <= 31 || id == 36 || 50 <= id && id <= 58
}

// showsDays reports whether a format shows a day or an instant: it has a d or
// y that is no text, no colour and no condition.
func showsDays(code string) bool {
	code = strings.ReplaceAll(strings.ToLower(code), "general", "")
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case 'd', 'y':
			return true
		case '\\', '_', '*':
			i++
		case '"':
			i += within(code[i:], '"')
		case '[':
			i += within(code[i:], ']')
		}
	}
	return false
}

// within is how far the sign lies that closes what begins a text.
func within(text string, closing byte) int {
	if i := strings.IndexByte(text[1:], closing); i >= 0 {
		return i + 1
	}
	return len(text)
}

// midnight is the time of a day without one.
const midnight = " 00:00:00"

// day is the day that a number stands for. Day 60 of 1900 is the 29 February
// that there was not.
func (f *File) day(x float64) (string, bool) {
	if x < 0 || x >= 2958466 {
		return "", false
	}
	whole, part := math.Modf(x)
	first := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	switch {
	case f.from1904:
		first = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	case whole < 60:
		first = first.AddDate(0, 0, 1)
	}
	seconds := time.Duration(math.Round(part*86400)) * time.Second
	return strings.TrimSuffix(first.AddDate(0, 0, int(whole)).Add(seconds).Format("2006-01-02 15:04:05"), midnight), true
}
