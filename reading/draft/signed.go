package draft

import (
	"strings"
	"unicode/utf8"

	"tracker/reading/clause"
)

// longestSignature is how many words may name who signs.
const longestSignature = 16

const dashes = "—–―-"

// signatures finds who signs a quotation: who stands behind a dash after it, in
// its last line or in the one below: "“We will open it in May.” — The mayor".
// The paragraphs of the quotation get the name, and the line of the name is no
// text of its own.
func signatures(text string, all []block) {
	for n := range all {
		b := &all[n]
		if at := signedAt(text, b.Span); at > 0 && !b.quoted {
			b.signer, b.kind = signer(text[at:b.End]), prose
			b.End = at
			b.Span = trimmed(text, b.Span)
			continue
		}
		if !b.dashed || n == 0 || all[n-1].dashed || n+1 < len(all) && all[n+1].dashed && all[n+1].quoted == b.quoted {
			continue // or it is a list
		}
		if name := signer(text[b.Start:b.End]); name != "" && sign(text, all[:n], b.quoted, name) {
			b.kind = skipped
		}
	}
}

// sign gives a name to the quotation that ends a list of blocks, and reports
// whether one does: what Markdown marks as quoted, or paragraphs between
// quotation marks of which the last closes them.
func sign(text string, all []block, quoted bool, name string) bool {
	n := len(all) - 1
	if !quoted && !closed(text[all[n].Start:all[n].End]) {
		return false
	}
	for first := n; n >= 0 && all[n].kind != skipped; n-- {
		part := text[all[n].Start:all[n].End]
		if quoted != all[n].quoted || !quoted && n < first && !leftOpen(part) {
			break
		}
		all[n].signer, all[n].kind = name, prose
	}
	return all[len(all)-1].signer == name
}

// quotedTo is where the quotation ends that a paragraph begins with: at its own
// end where that does not close it; 0 without one.
func quotedTo(part string) int {
	r, size := utf8.DecodeRuneInString(part)
	if size == 0 || !opens(part, 0, 0, r) {
		return 0
	}
	for i := size; i < len(part); {
		c, w := utf8.DecodeRuneInString(part[i:])
		if c == partner(r) && !(c == '’' && insideWord(part, i, w)) {
			return i + w
		}
		i += w
	}
	return len(part)
}

// leftOpen reports a paragraph that is one quotation and leaves it open, for the
// next to go on with it.
func leftOpen(part string) bool {
	return len(part) > 0 && quotedTo(part) == len(part) && !strings.HasSuffix(part, string(partner(firstRune(part))))
}

// closed reports a paragraph that is one quotation and ends it.
func closed(part string) bool {
	end := quotedTo(part)
	r, _ := utf8.DecodeRuneInString(part)
	return end > 0 && strings.HasSuffix(part[:end], string(partner(r))) && strings.Trim(part[end:], ".,;!? ") == ""
}

// signedAt is where the dash stands behind which a paragraph that is one
// quotation names who said it; 0 where none does.
func signedAt(text string, s clause.Span) int {
	part := text[s.Start:s.End]
	end := quotedTo(part)
	rest := strings.TrimLeft(part[end:], " \n\t")
	if end == 0 || rest == "" || !strings.ContainsRune(dashes, firstRune(rest)) || signer(rest) == "" {
		return 0
	}
	return s.End - len(rest)
}

func firstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// signer is the name in the line that signs a quotation, without what follows
// it: "Ana Cole, the mayor (left)"; "" for what is no name.
func signer(line string) string {
	line, _, _ = strings.Cut(strings.TrimLeft(line, dashes+" "), "(")
	if len(strings.Fields(line)) > longestSignature || strings.ContainsAny(line, "\"“”«»:;|?!@\n") || ended(line) {
		return ""
	}
	line, _, _ = strings.Cut(line, ",")
	t := clause.Cut(line)
	if len(t.Words) == 0 || !clause.IsDeterminer(t.Word(0)) && !capital(line) {
		return ""
	}
	for i := range t.Words {
		if t.Words[i].IsNumber || clause.IsModal(t.Word(i)) || isBeForm(t.Word(i)) || isSaying(t.Word(i)) {
			return ""
		}
	}
	return properName(nounOf(t, 0, len(t.Words)))
}
