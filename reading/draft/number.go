package draft

import (
	"strings"

	"tracker/reading/clause"
)

// plural reports whether the words own name several, so that their verb has no
// ending.
func plural(t *clause.Text, own [2]int) bool {
	for i := own[0] + 1; i < own[1]-1; i++ {
		if t.Word(i) == "and" && !isSingular(t.Word(own[0])) {
			return true
		}
	}
	head := headAt(t, own[0], own[1])
	if isShare(t.Word(head)) && t.Word(head+1) == "of" && head+2 < own[1] {
		return plural(t, [2]int{head + 2, own[1]})
	}
	for i := own[0]; i < head && !isSingular(t.Word(own[0])); i++ {
		if t.Word(i) == "of" || isShare(t.Word(head)) {
			break
		}
		if t.Words[i].IsNumber && t.Words[i].Number != 1 && !(t.Words[i].Joined || i+1 < own[1] && t.Words[i+1].Joined) && len(t.Word(i)) != 4 {
			return true
		}
	}
	if w := t.Words[head]; w.IsNumber {
		return w.Number != 1 && len(w.Text) != 4 && (head == own[0] || !t.Words[head-1].Capital)
	}
	return !isSingular(t.Word(own[0])) && isSeveral(t.Word(head))
}

// headAt is the word that the words from to to-1 are about.
func headAt(t *clause.Text, from, to int) int {
	for i := from + 1; i < to; i++ {
		if endsHead(t.Word(i)) {
			return i - 1
		}
	}
	return to - 1
}

// isShare reports words for a part of what stands after their "of", which then
// says how many it is.
func isShare(word string) bool {
	switch word {
	case "half", "third", "thirds", "quarter", "quarters", "fifth", "fifths", "tenth", "tenths", "majority", "most", "rest", "some", "all", "none", "any", "part", "percent", "%", "per cent", "cent", "bulk", "plenty", "couple", "lots", "dozens", "hundreds", "thousands", "millions":
		return true
	}
	return false
}

// isSingular reports words before a noun that make one of it: "each", "one in
// three households".
func isSingular(word string) bool {
	switch word {
	case "each", "every", "one", "either", "neither", "nobody", "nothing", "everyone", "everybody", "everything":
		return true
	}
	return false
}

// isSeveral reports a noun or pronoun of several.
func isSeveral(head string) bool {
	switch head {
	case "they", "we", "you", "i", "people", "them", "police", "men", "women", "children", "both", "many", "few", "these", "those", "others", "cattle", "media", "data", "criteria", "feet", "teeth", "mice", "fishermen", "spokesmen", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten":
		return true
	case "news", "series", "politics", "economics", "physics", "mathematics", "headquarters", "gas", "lens", "bus", "atlas", "christmas", "texas", "wales", "paris", "brussels", "athens", "this", "its", "his", "as", "is", "was":
		return false
	}
	for _, end := range [...]string{"ss", "us", "is", "ics"} {
		if strings.HasSuffix(head, end) {
			return false
		}
	}
	return strings.HasSuffix(head, "s")
}
