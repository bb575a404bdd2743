package deadline

// vocabulary finds what the grammar knows of a word while its letters are read,
// capital or not: with the hash of a word comes its place, without a copy of the
// word in lower case.
type vocabulary struct {
	places []uint16 // by hash, in known; noWord for none
	known  []known
}

type known struct {
	word string
	entry
}

const noWord = 1<<16 - 1

// newVocabulary takes over words in lower case, of which there are fewer than noWord.
func newVocabulary(words map[string]entry) vocabulary {
	size := 1
	for size < 4*len(words) {
		size *= 2
	}
	v := vocabulary{places: make([]uint16, size), known: make([]known, 0, len(words))}
	for i := range v.places {
		v.places[i] = noWord
	}
	for word, e := range words {
		h := noLetters
		for i := range len(word) {
			h = h.with(word[i])
		}
		at := v.at(h)
		for v.places[at] != noWord {
			at = (at + 1) % len(v.places)
		}
		v.places[at] = uint16(len(v.known))
		v.known = append(v.known, known{word, e})
	}
	return v
}

// hash is that of Fowler, Noll and Vo, of letters without their case.
type hash uint32

const noLetters hash = 2166136261

func (h hash) with(c byte) hash { return (h ^ hash(c|0x20)) * 16777619 }

func (v *vocabulary) at(h hash) int { return int(h^h>>15) & (len(v.places) - 1) }

// find returns a word with this hash, nil for one that nobody knows.
func (v *vocabulary) find(text string, h hash) *known {
	for at := v.at(h); v.places[at] != noWord; at = (at + 1) % len(v.places) {
		if k := &v.known[v.places[at]]; k.is(text) {
			return k
		}
	}
	return nil
}

// is reports whether a text of ASCII letters and points is the word, but for
// capitals.
func (k *known) is(text string) bool {
	if len(text) != len(k.word) {
		return false
	}
	for i := range len(text) {
		if text[i]|0x20 != k.word[i] {
			return false
		}
	}
	return true
}
