package draft

import (
	"strings"

	"tracker/reading/clause"
)

// inStory reports a sentence that tells what happens in a film, a book or a dream,
// or what legends and rumours have it.
func inStory(t *clause.Text) bool {
	for i := 1; i < len(t.Words) && i < 12; i++ {
		switch t.Word(i) {
		case "say", "says", "has", "have", "hold", "holds", "tells", "promises", "goes", "warns", "swears", "told", "foretells", "predicts":
			if isTale(t.Word(i - 1)) {
				return true
			}
		}
	}
	for i := 0; i+3 < len(t.Words); i++ {
		if t.Word(i) == "according" && t.Word(i+1) == "to" && (isTale(t.Word(i+3)) || isTale(t.Word(i+4)) && clause.IsDeterminer(t.Word(i+2))) {
			return true
		}
	}
	return t.Word(0) == "in" && worksAt(t) || recounts(t) || titled(t) || narrated(t)
}

// titled reports a sentence that begins with the title of a work: "In “May and
// June”, a pair of twins decide".
func titled(t *clause.Text) bool {
	rest, ok := strings.CutPrefix(t.Source, "In ")
	if !ok || !strings.HasPrefix(rest, "“") && !strings.HasPrefix(rest, "\"") {
		return false
	}
	rest = strings.TrimLeft(rest, "“\"")
	end := strings.IndexAny(rest, "”\"")
	return end > 0 && end < 60 && capital(rest)
}

// defines reports what something of its kind means: "a heat warning means that
// people will need help".
func defines(t *clause.Text) bool {
	if w := t.Word(0); w != "a" && w != "an" {
		return false
	}
	for i := 2; i < min(7, len(t.Words)); i++ {
		if t.Word(i) == "means" {
			return true
		}
	}
	return false
}

// recounts reports a book about what was: "a new life of the engineer tells how".
func recounts(t *clause.Text) bool {
	for i := 1; i < min(14, len(t.Words)); i++ {
		switch t.Word(i) {
		case "tells", "recounts", "describes", "relates", "chronicles":
			for j := 0; j < min(i, 4); j++ {
				switch t.Word(j) {
				case "life", "biography", "memoir", "history", "book", "novel", "memoirs", "film", "documentary", "play":
					return true
				}
			}
		}
	}
	return false
}

// narrated reports a plot: "a farmer learns that his village will be flooded".
func narrated(t *clause.Text) bool {
	if t.Word(0) != "a" && t.Word(0) != "an" {
		return false
	}
	for i := 2; i < min(8, len(t.Words)); i++ {
		switch t.Word(i) {
		case "learns", "discovers", "realises", "realizes", "dreams", "fears", "befriends", "inherits":
			return t.Word(i+1) == "that" || clause.IsDeterminer(t.Word(i+1))
		}
	}
	return false
}

// isTale reports nouns for what is told and nobody vouches for.
func isTale(word string) bool {
	switch word {
	case "legend", "legends", "folklore", "superstition", "rumour", "rumours", "rumor", "rumors", "gossip", "saying", "proverb", "myth", "prophecy", "horoscope", "song", "ballad", "hymn", "rhyme", "tale", "fable", "poster", "teller", "tradition", "adage", "graffiti", "slogan":
		return true
	}
	return false
}

// worksAt reports a sentence that begins with a work of fiction, or a part of one:
// "in the second act the king will".
func worksAt(t *clause.Text) bool {
	for i := 1; i < 5; i++ {
		switch t.Word(i) {
		case "film", "novel", "book", "play", "story", "series", "episode", "chapter", "opera", "movie", "sequel", "tale", "act", "scene", "dream", "dreams", "legend", "myth", "poem", "song", "ballad", "script", "saga", "fable", "musical", "cartoon":
			next := t.Word(i + 1)
			return next == "," || clause.IsDeterminer(next) || clause.IsPronoun(next) || isSmall(t, i+1)
		}
	}
	return false
}

// talked reports words before a cue that are only talk: "there is talk in the
// bars that he will".
func talked(t *clause.Text, c cue) bool {
	for j := c.at - 1; j > 1 && !clause.IsMark(t.Word(j)); j-- {
		if w := t.Word(j); (w == "talk" || w == "chatter" || w == "gossip" || w == "whispers") && (isBeForm(t.Word(j-1)) || isBeForm(t.Word(j-2))) {
			return true
		}
	}
	return false
}

// demanded reports a promise that somebody only asks for: "fishermen want guarantees
// that they will be paid".
func demanded(t *clause.Text, c cue) bool {
	for j := c.at; j > 1 && j > c.at-9; j-- {
		switch strings.TrimSuffix(t.Word(j), "s") {
		case "guarantee", "assurance", "promise", "pledge", "commitment", "undertaking":
		default:
			continue
		}
		for k := j - 1; k > max(-1, j-5) && !clause.IsMark(t.Word(k)); k-- {
			switch t.Word(k) {
			case "want", "wants", "wanted", "demand", "demands", "demanded", "seek", "seeks", "sought", "need", "needs", "require", "awaits", "await":
				return true
			}
		}
	}
	return false
}
