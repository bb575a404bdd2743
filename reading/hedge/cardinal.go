package hedge

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
		tens, unit := decade(s.word(i)), small(s.word(i))
		switch {
		case tens > 0:
			x, i = tens, i+1
			if unit := small(s.word(i)); unit > 0 && unit < 10 {
				x, i = x+unit, i+1
			}
		case unit >= 0:
			x, i = unit, i+1
		default:
			return 0, 0, false
		}
	}
	for n := 0; n < 2 && power(s.word(i)) > 1; n++ {
		x, i = x*power(s.word(i)), i+1
	}
	return x, i, true
}

// small is the value of a number word below twenty, -1 for others.
func small(word string) float64 {
	switch word {
	case "zero":
		return 0
	case "one":
		return 1
	case "two":
		return 2
	case "three":
		return 3
	case "four":
		return 4
	case "five":
		return 5
	case "six":
		return 6
	case "seven":
		return 7
	case "eight":
		return 8
	case "nine":
		return 9
	case "ten":
		return 10
	case "eleven":
		return 11
	case "twelve":
		return 12
	case "thirteen":
		return 13
	case "fourteen":
		return 14
	case "fifteen":
		return 15
	case "sixteen":
		return 16
	case "seventeen":
		return 17
	case "eighteen":
		return 18
	case "nineteen":
		return 19
	}
	return -1
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
