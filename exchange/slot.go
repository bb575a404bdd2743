package exchange

import (
	"cmp"
	"fmt"
	"net/url"
	"slices"
	"strings"

	"tracker/claims"
)

// slot is a column of a table being read, and where its cells go.
type slot struct {
	column  *Column
	targets []target
}

// target is one of the members that a column feeds.
type target struct {
	column
	as string // how the cells are read: a name like outcome, or that of the member
}

// longestWord is how long a word may be that is offered for a mapping.
const longestWord = 60

// sheetCells are the cells of a row that only make sense together.
type sheetCells struct {
	field   bool // the deadline is an answer to "by when"
	outcome outcomeWord
	asked   bool     // there is a column for the outcome, and its cell is read
	links   []string // evidence
	seen    []string // what was seen
}

// target finds the address of a name.
func (t *table) target(known []column, name string) (target, error) {
	member := memberOf(name)
	i := slices.IndexFunc(known, func(c column) bool { return c.name == member })
	switch {
	case i < 0:
		return target{}, fmt.Errorf("no member is called %.60q", name)
	case known[i].derived || name == "standing":
		return target{}, fmt.Errorf("%s follows from the rest of a claim and cannot be given", name)
	}
	as := name
	if name == "verdict.outcome" {
		as = forOutcome
	}
	return target{known[i], as}, nil
}

// put reads a cell, the spreadsheet's apostrophe taken off, to its address.
func (t *table) put(s slot, to target, text string) {
	text = s.column.Words.of(uncell(text))
	var err error
	if unfit := claims.Text("", text, maxLine); unfit != nil {
		err = unfit
	} else if err = faulty(text); err == nil {
		err = t.read(s.column, to, text)
	}
	if err != nil {
		t.path = append(t.path[:0], to.name)
		hint := ""
		switch {
		case isAmbiguous(err):
			hint = "say which: --dates dmy or --dates mdy"
		case to.as == forOutcome && len(text) <= longestWord:
			hint = "say what it means to this desk: " + mapFlag(s.column.Title+":"+text, "OUTCOME") + ", or nothing behind the = for no verdict yet"
		}
		t.refuse(err, hint)
	}
	t.path = t.path[:0]
}

// read reads a cell as what its column is.
func (t *table) read(c *Column, to target, text string) error {
	trimmed := strings.TrimSpace(text)
	dates := t.plan.dates(c.order)
	switch to.as {
	case forOutcome:
		word, err := readOutcome(trimmed)
		t.cell.outcome, t.cell.asked = word, true
		return err
	case forEvidence:
		t.evidence(trimmed)
		return nil
	case forLink:
		return t.link(to, trimmed)
	case forOutlet:
		if isLink(trimmed) {
			t.object.first.URL = cmp.Or(t.object.first.URL, trimmed)
			return nil
		}
	case forConfidence:
		if !looksLikeNumber(trimmed) {
			t.object.words = trimmed
			return nil
		}
	case forDeadline:
		phrase, err := phraseCell(trimmed, dates)
		t.object.view.Window.Phrase, t.cell.field = phrase, true
		return err
	case "event":
		if len(c.Members) > 1 {
			text = eventName(text)
		}
	case "notes":
		t.addNote(text)
		return nil
	case "tags":
		if c.How != Named {
			text = tagWords(text)
		}
	case "stated_on":
		day, err := statedCell(trimmed, dates)
		if err == nil && day != trimmed {
			text = day
		}
		*to.addr.(*string) = text
		return err
	}
	if addr, ok := to.addr.(**float64); ok && trimmed != "" {
		t.given(to)
		return into(addr, trimmed, func(s string) (string, error) { return shareCell(s, c.percents) })
	}
	if holdsDays(to.name) && trimmed != "" {
		t.given(to)
		read := dayCell
		if _, ok := to.addr.(*claims.Instant); ok {
			read = instantCell
		}
		return into(to.addr, trimmed, func(s string) (string, error) { return read(s, dates) })
	}
	return t.member(to, text)
}

// into reads a cell to an address when it can be read.
func into(addr any, cell string, read func(string) (string, error)) error {
	text, err := read(cell)
	if err != nil || text == "" {
		return err
	}
	return set(addr, value{text, aCell})
}

func (t *table) given(to target) {
	if to.column.given != nil {
		*to.column.given = true
	}
}

// member reads a cell that holds a member as an export writes it.
func (t *table) member(to target, text string) error {
	t.given(to)
	if addr, ok := to.addr.(*string); ok {
		*addr = text
		return nil
	}
	text = strings.TrimSpace(text)
	l, ok := to.addr.(*list)
	switch {
	case text == "":
		return nil
	case !ok:
		return set(to.addr, value{text, aCell})
	case !strings.HasPrefix(text, "["):
		return l.parse(text)
	}
	t.scan, t.path = scanner{text: text}, append(t.path[:0], to.name)
	if err := t.elements(l); err != nil {
		return err
	}
	return t.scan.end()
}

// evidence takes the addresses of a cell for evidence, and the rest of it for
// what was seen.
func (t *table) evidence(text string) {
	var words []string
	for word := range strings.FieldsSeq(text) {
		if bare := strings.Trim(word, "<>(),;"); isLink(bare) {
			t.cell.links = append(t.cell.links, bare)
		} else {
			words = append(words, word)
		}
	}
	if len(words) > 0 {
		t.cell.seen = append(t.cell.seen, strings.Join(words, " "))
	}
}

// link takes the first address of a cell for that of the statement; what is
// no address is a note.
func (t *table) link(to target, text string) error {
	if isLink(text) {
		*to.addr.(*string) = text
		return nil
	}
	if first, _, _ := strings.Cut(text, " "); isLink(first) {
		*to.addr.(*string) = first
	}
	t.addNote("link: " + text)
	return nil
}

func (t *table) addNote(text string) {
	notes := &t.object.view.Notes
	*notes = strings.TrimPrefix(*notes+"\n"+text, "\n")
}

// tagWords makes tags of a cell like "Foreign policy, trade".
func tagWords(text string) string {
	parts := strings.FieldsFunc(text, func(r rune) bool { return strings.ContainsRune(",;|\n", r) })
	for i, part := range parts {
		parts[i] = strings.Join(strings.Fields(part), "-")
	}
	return strings.Join(parts, " ")
}

// host is the outlet that an address names.
func host(address string) string {
	u, err := url.Parse(address)
	if err != nil {
		return ""
	}
	return strings.TrimPrefix(u.Hostname(), "www.")
}
