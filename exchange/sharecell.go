package exchange

import (
	"fmt"
	"math"
	"strconv"
	"strings"
)

// plainNumber is a number as people write it, as JSON would: "0,7" and ".8"
// and "80 %" are 0.7, 0.8 and 80%. A text that is no number stays as it is.
func plainNumber(text string) string {
	text = strings.TrimSpace(text)
	number, percent := strings.CutSuffix(text, "%")
	number = strings.TrimRight(number, " \u00a0\u202f")
	if strings.Count(number, ",") == 1 && !strings.Contains(number, ".") {
		number = strings.Replace(number, ",", ".", 1)
	}
	if strings.Trim(number, ".") == "" {
		return text
	}
	if strings.HasPrefix(number, ".") {
		number = "0" + number
	}
	number = strings.TrimSuffix(number, ".")
	if _, ok := parseDecimal([]byte(number), 0); !ok {
		return text
	}
	if percent {
		number += "%"
	}
	return number
}

// bareNumber is the value of a number without a per cent sign.
func bareNumber(text string) (float64, bool) {
	return parseDecimal([]byte(plainNumber(text)), 0)
}

// shareCell reads a probability. In a column of per cents a bare number is
// one, and one between 0 and 1 could be either.
func shareCell(text string, percents bool) (string, error) {
	number := plainNumber(text)
	x, bare := parseDecimal([]byte(number), 0)
	switch {
	case !bare || !percents:
		return number, nil
	case 0 < x && x < 1:
		return "", fmt.Errorf("%.20q stands in a column of per cents and could be %s or %s", text, percentText(100*x), percentText(x))
	}
	return strconv.FormatFloat(x/100, 'g', -1, 64), nil
}

func percentText(x float64) string {
	return strconv.FormatFloat(math.Round(x*1e6)/1e6, 'f', -1, 64) + "%"
}

// looksLikeNumber reports whether a cell of confidence is a number, not
// words.
func looksLikeNumber(text string) bool {
	number := plainNumber(text)
	_, ok := parseDecimal([]byte(strings.TrimSuffix(number, "%")), 0)
	return ok
}
