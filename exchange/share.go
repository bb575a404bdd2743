package exchange

import (
	"bytes"
	"math"
	"strconv"
)

// powersOfTen are those which a float64 holds exactly.
var powersOfTen = [...]float64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11,
	1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22}

// parseShare reads a number from 0 to 1 in decimal or exponent notation, or a
// percentage. −0 is 0.
func parseShare(text []byte) (x float64, ok bool) {
	number, percent := bytes.CutSuffix(text, []byte("%"))
	if percent {
		x, ok = parseDecimal(number, 2)
	} else {
		x, ok = parseDecimal(number, 0)
	}
	if !ok || x < 0 || x > 1 {
		return 0, false
	}
	return x + 0, true // −0 + 0 is 0
}

// parseWeight reads a finite number from 0 on.
func parseWeight(text []byte) (x float64, ok bool) {
	x, ok = parseDecimal(text, 0)
	return x + 0, ok && x >= 0 && !math.IsInf(x, 0)
}

// parseDecimal reads a number and divides it by 10^shift. Up to 2⁵³ the digits
// and the power of ten are exact, so that their quotient is the nearest
// float64; the rest goes to strconv. Unlike strconv it knows no hexadecimal
// digits, underscores, infinities or plus signs.
func parseDecimal(text []byte, shift int) (x float64, ok bool) {
	digits, point, divide := uint64(0), -1, shift
	for i, c := range text {
		switch {
		case '0' <= c && c <= '9' && digits < 1<<53/10:
			digits = digits*10 + uint64(c-'0')
		case c == '.' && point < 0:
			point = i
		default:
			return parseLong(text, shift)
		}
	}
	if point >= 0 {
		divide += len(text) - point - 1
	}
	if len(text) == 0 || len(text) == 1 && point == 0 || divide >= len(powersOfTen) {
		return parseLong(text, shift)
	}
	return float64(digits) / powersOfTen[divide], true
}

// parseLong reads what parseDecimal leaves: signs, exponents, many digits.
func parseLong(text []byte, shift int) (x float64, ok bool) {
	exponent := false
	for i, c := range text {
		switch {
		case '0' <= c && c <= '9' || c == '.' || c == '-':
		case c == '+' && i > 0:
		case c == 'e' || c == 'E':
			exponent = true
		default:
			return 0, false
		}
	}
	number := string(text)
	if shift > 0 {
		if exponent {
			return 0, false // 1e1%: nobody writes that
		}
		number += "e-" + strconv.Itoa(shift)
	}
	x, err := strconv.ParseFloat(number, 64)
	return x, err == nil
}
