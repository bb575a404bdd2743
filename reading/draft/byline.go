package draft

import (
	"strings"

	"tracker/reading/clause"
)

// An article that says "I" outside every quotation and every turn has an author
// who speaks: a column, a letter, a post. What it says of itself is theirs, where
// a byline or the page names them.

// longestByline is how many bytes a line that names the author may have.
const longestByline = 140

// bylineOf is the author whom a line names: "By Jane Roe, political editor", "BY
// OUR TRANSPORT CORRESPONDENT | 4 min read"; "" for none, or for several.
func bylineOf(line string) string {
	if len(line) > longestByline || len(line) < 5 || !strings.EqualFold(line[:3], "by ") || strings.HasSuffix(line, ".") {
		return ""
	}
	return AuthorOf(line)
}

// AuthorOf is the name of an author without their office and what a page adds: of
// "By Jane Roe, political editor" it is Jane Roe; "" for several.
func AuthorOf(line string) string {
	line = strings.TrimSpace(line)
	if len(line) > 3 && strings.EqualFold(line[:3], "by ") {
		line = line[3:]
	}
	if i := strings.IndexAny(line, "|·(•;:/<@\n\t"); i >= 0 {
		line = line[:i]
	}
	line, more, _ := strings.Cut(line, ",")
	if words := strings.Fields(more); nameOf(words) != "" && !isRole(strings.ToLower(words[len(words)-1])) {
		return "" // of two: "Ana Cole, Bo Lind"
	}
	for _, mark := range [...]string{" - ", " – ", " — ", " in ", " for "} {
		line, _, _ = strings.Cut(line, mark)
	}
	if i := strings.IndexAny(line, "0123456789"); i >= 0 {
		line = line[:i] // the day
	}
	words := strings.Fields(line)
	for len(words) > 1 && (isMonth(strings.ToLower(last(words))) || isWeekday(strings.ToLower(last(words)))) {
		words = words[:len(words)-1]
	}
	for _, w := range words {
		if strings.EqualFold(w, "and") || w == "&" {
			return "" // whose "I" it is nobody says
		}
	}
	return nameOf(words)
}

// nameOf is the words of a name, "" where they are none: every word has a
// capital, or the last one is a role.
func nameOf(words []string) string {
	if len(words) > 1 && clause.IsDeterminer(strings.ToLower(words[0])) {
		words = words[1:]
	}
	if len(words) == 0 || len(words) > 6 {
		return ""
	}
	end, _, _ := strings.Cut(strings.ToLower(words[len(words)-1]), "-")
	role := isRole(end)
	for _, w := range words {
		if !role && !capital(w) && !isParticle(w) {
			return ""
		}
	}
	name := strings.Join(words, " ")
	if isUpper(name) {
		return uncapital(name)
	}
	return capitalised(name)
}

// highestByline is how many blocks may stand above the line that names the author.
const highestByline = 6

// findAuthor is who writes the article, as its caller or its first lines say.
func (p *page) findAuthor() string {
	if p.Author != "" {
		return p.Author
	}
	for n := range p.blocks[:min(len(p.blocks), highestByline)] {
		b := p.blocks[n]
		if name := bylineOf(p.Text[b.Start:b.End]); name != "" && b.by == "" {
			return name
		}
	}
	return ""
}

// authored finds the author of an article in which one speaks.
func (p *page) authored() {
	if p.author = p.findAuthor(); p.author == "" {
		return
	}
	for n := range p.sentences {
		if b := p.blocks[p.sentences[n].block]; b.kind == prose && b.by == "" && !b.quoted && p.saysI(n) {
			return
		}
	}
	p.author = ""
}

// saysI reports an "I" of sentence n outside its quotations.
func (p *page) saysI(n int) bool {
	t, s := p.texts[n], p.sentences[n]
	for i := range t.Words {
		if t.Words[i].Capital && isFirstPerson(t, i) && p.quoted(s.Start+t.Words[i].Start) < 0 {
			return true
		}
	}
	return false
}

// isFirstPerson reports the pronoun of who speaks at i, and no number: "I expect",
// not "World War I".
func isFirstPerson(t *clause.Text, i int) bool {
	switch t.Word(i) {
	case "i":
		return !clause.IsMark(t.Word(i+1)) && (i == 0 || !t.Words[i-1].Capital || i == 1 || clause.IsMark(t.Word(i-1)))
	case "my":
		return true
	}
	return false
}

// byAuthor is the author of words that nobody else is named for. They are surely
// theirs where they say "I".
func (p *page) byAuthor(n int) voice {
	v := voice{name: p.author, rule: "byline", sure: Likely}
	t := p.texts[n]
	for i := range t.Words {
		if isFirstPerson(t, i) {
			v.sure = Certain
		}
	}
	return v
}
