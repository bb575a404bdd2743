package hedge

import "tracker/reading/clause"

// cardinal reads a count in figures or words from token i on: "5,000", "0.7",
// "nine", "twenty-five", "a hundred", "2 million".
func (s sentence) cardinal(i int) (x float64, last int, ok bool) {
	switch {
	case i >= len(s.tokens):
		return 0, 0, false
	case s.tokens[i].IsNumber:
		x, i = s.tokens[i].Number, i+1
	case s.word(i) == "a" && power(s.word(i+1)) > 1:
		x, i = 1, i+1
	default:
		tens, unit := decade(s.word(i)), clause.Small(s.word(i))
		switch {
		case tens > 0:
			x, i = tens, i+1
			if unit := clause.Small(s.word(i)); unit > 0 && unit < 10 {
				x, i = x+float64(unit), i+1
			}
		case unit >= 0:
			x, i = float64(unit), i+1
		default:
			return 0, 0, false
		}
	}
	for n := 0; n < 2 && power(s.word(i)) > 1; n++ {
		x, i = x*power(s.word(i)), i+1
	}
	return x, i, true
}

// decade is the value of a word for a multiple of ten, 0 for others.
func decade(word string) float64 {
	switch word {
	case "twenty":
		return 20
	case "thirty":
		return 30
	case "forty":
		return 40
	case "fifty":
		return 50
	case "sixty":
		return 60
	case "seventy":
		return 70
	case "eighty":
		return 80
	case "ninety":
		return 90
	}
	return 0
}

// power is the value of a word that multiplies the count before it.
func power(word string) float64 {
	switch word {
	case "hundred":
		return 100
	case "thousand":
		return 1e3
	case "million":
		return 1e6
	case "billion":
		return 1e9
	}
	return 1
}
