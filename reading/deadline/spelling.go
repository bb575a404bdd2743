package deadline

import "strings"

// slips are common misspellings of the words of the grammar, with what is meant.
var slips = map[string]string{"tommorow": "tomorrow", "tommorrow": "tomorrow", "tomorow": "tomorrow", "tomorrrow": "tomorrow", "tomorro": "tomorrow",
	"untill": "until", "comming": "coming", "upcomming": "upcoming", "begining": "beginning", "begginning": "beginning", "beggining": "beginning",
	"befor": "before", "bevore": "before", "folowing": "following", "follwing": "following", "weekand": "weekend", "weeekend": "weekend", "wekend": "weekend",
	"quater": "quarter", "quaters": "quarters", "qaurter": "quarter", "mounth": "month", "monthes": "months", "minuits": "minutes", "fortnite": "fortnight",
	"midle": "middle", "erly": "early", "lastest": "latest", "latests": "latest", "earliets": "earliest", "febuary": "february", "febrary": "february",
	"feburary": "february", "aprill": "april", "agust": "august", "augst": "august", "augest": "august", "jully": "july", "mondey": "monday", "monady": "monday",
	"firday": "friday", "fryday": "friday", "frieday": "friday", "sunady": "sunday", "sumer": "summer", "wintr": "winter", "autum": "autumn",
	"wednesay": "wednesday", "wensday": "wednesday", "wendsday": "wednesday", "wednsday": "wednesday", "thursay": "thursday", "thrusday": "thursday", "tuesay": "tuesday", "saturay": "saturday", "satruday": "saturday",
	"withing": "within", "witin": "within", "withn": "within", "whithin": "within", "tonite": "tonight", "decemeber": "december", "chrismas": "christmas", "christmass": "christmas", "crhistmas": "christmas", "thanksgivng": "thanksgiving", "ramadam": "ramadan"}

// longNames are the names of the calendar that are long enough to be known by
// what is nearly their spelling.
var longNames = [...]string{"january", "february", "september", "october", "november", "december", "tuesday", "wednesday", "thursday", "saturday"}

// meant is the word of the grammar that an unknown one misspells, "" for none:
// of long names one with a letter or two wrong.
func meant(word string) string {
	if len(word) < 6 || len(word) > 11 {
		return ""
	}
	switch word[len(word)-3:] {
	case "day", "ber", "bre", "mbr", "ary":
	default:
		return ""
	}
	for _, name := range longNames {
		if name[0] == word[0] && apart(word, name) <= 2 {
			return name
		}
	}
	return ""
}

// apart is how many letters were left out, added, put wrong or swapped
// (Damerau and Levenshtein's distance, of neighbours only).
func apart(a, b string) int {
	var before, last, row [12]int
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			wrong := 0
			if a[i-1] != b[j-1] {
				wrong = 1
			}
			row[j] = min(last[j]+1, row[j-1]+1, last[j-1]+wrong)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				row[j] = min(row[j], before[j-2]+1)
			}
		}
		before, last = last, row
	}
	return last[len(b)]
}

// named is the word as one writes it: days and months with a capital.
func (t *token) named() string {
	if t.kind == weekday || t.kind == month {
		return strings.ToUpper(t.word[:1]) + t.word[1:]
	}
	return t.word
}

// slip is the first misspelt word from i to before end, nil for none.
func (p *parser) slip(i, end int) *token {
	for ; i < end; i++ {
		if p.at(i).misspelt {
			return p.at(i)
		}
	}
	return nil
}
