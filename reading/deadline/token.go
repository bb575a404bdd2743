package deadline

// kind sorts tokens by what the grammar can do with them.
type kind uint8

const (
	plain    kind = iota // a word that the lexicon does not sort further
	number               // digits or a number word
	ordinal              // 3rd, third
	month                // value 1 to 12
	weekday              // value as time.Weekday
	unit                 // value indexes units
	season               // value is one of spring to winter
	meridiem             // value 0 for a.m., 12 for p.m.
	mark                 // punctuation; word holds it
)

// kinds is a set of them.
type kinds uint16

// has reports whether a kind is among them.
func (ks kinds) has(k kind) bool { return ks&(1<<k) != 0 }

// token is a word, a number or a mark of the text.
type token struct {
	word       string // lower case, without an apostrophe ending
	start, end int32  // byte span in the text
	value      int32  // what the kind says
	hundredths uint8  // of a decimal number
	digits     uint8  // how many digits a number is written with; 0 for words
	kind       kind
	traits     trait
	names      names  // that can begin with it, when it is plain
	leads      uint16 // place of the leads that begin with it, 0 for none
	vague      uint16 // place of the vague and idle words that begin with it, 0 for none
	caps       bool   // begins with a capital
	glued      bool   // nothing stands between it and the token before
	hyphen     bool   // a hyphen joins it to the word or number before
	possessive bool   // ended in 's or s'
	plural     bool   // a unit in the plural
	misspelt   bool   // the text has it nearly so
	short      bool   // an abbreviation that is also an ordinary word: sat, mar
}

// trait is what a word does besides what its kind says.
type trait uint32

const (
	starter   trait = 1 << iota // a phrase can begin with it
	forward                     // turns what follows to the future
	backward                    // a verb in the past
	scheduled                   // a verb in the present that the news uses of what is to come
	reporting                   // a verb of saying
	leader                      // a lead can begin with it
	festive                     // the name of a holiday can begin with it
	hourly                      // a time of day can begin with it
	filler                      // may stand between a lead and the time without changing it
	notPast                     // ends in -ed and is no verb in the past
	denial                      // denies the clause that it stands in
	document                    // has a date of its own
	supposing                   // can begin a condition
	counting                    // a counted span can begin with it
	stop                        // a mark that can close a sentence
	article                     // says whose a time is, or that there is one
	epithet                     // only says how a date is looked at
)

// has reports whether t has the trait.
func (t *token) has(x trait) bool { return t.traits&x != 0 }

// is reports whether t is the word or mark w.
func (t *token) is(w string) bool { return t.word == w }

// among reports whether t is one of the words.
func (t *token) among(words ...string) bool {
	for _, w := range words {
		if t.word == w {
			return true
		}
	}
	return false
}
