package store

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"
)

// An index of words, which only a file has, and only where SQLite was built
// with FTS4: claims are found by the words that stand in their texts. It follows
// from the claims and may lag behind them: what it does not know yet is looked
// through. docs/decisions/0024-text-search.md says why it is like this.

// From how many claims on there is an index, how often words are taken into
// it, and of how many claims at most: a claim whose number is a multiple of
// wordsEvery takes in those before it. A smaller book is looked through in no
// time; one that has no index yet catches up while others are logged.
const (
	wordsFrom  = 1 << 16
	wordsEvery = 1 << 14
	wordsMost  = 2 * wordsEvery
)

// commonFrom is how many claims must be taken in for a word to be too common.
const commonFrom = wordsEvery

// hasWords is whether there is an index of words that can be read: 2 for one,
// 1 where there could be one.
const hasWords = `SELECT (SELECT count(*) FROM pragma_module_list WHERE name = 'fts4') * (1 + (SELECT count(*) FROM sqlite_schema WHERE name = 'claim_words'))`

// indexDue reports whether the words of claims are to be taken in with one.
func (t *tx) indexDue(id int64) bool { return t.indexes && id >= wordsFrom && id%wordsEvery == 0 }

// indexWords takes the words of claims that the index does not know into it, of
// most at a time, and makes it where there is none. Words are too common from
// some number of claims.
func (t *tx) indexWords(ctx context.Context, most int, commonFrom int64) error {
	var has int
	if err := t.row(hasWords).Scan(&has); err != nil || has == 0 {
		return err
	}
	for _, statement := range t.engine.WordIndex() {
		if has == 2 {
			break
		}
		if _, err := t.Exec(statement); err != nil {
			return err
		}
	}
	return t.takeWords(ctx, most, commonFrom)
}

func (t *tx) takeWords(ctx context.Context, most int, commonFrom int64) error {
	var upto int64
	if err := t.row(`SELECT claim FROM words_upto`).Scan(&upto); err != nil {
		return err
	}
	taken := taking{upto: upto, known: map[string]int{}}
	const text = `SELECT id, statement, quote, notes FROM claims WHERE `
	if err := each(ctx, t, text+`id > ? ORDER BY id LIMIT ?`, []any{upto, most}, taken.claim); err != nil {
		return err
	}
	if err := each(ctx, t, text+`id IN (SELECT claim FROM words_changed) AND id <= ?`, []any{upto}, taken.claim); err != nil {
		return err
	}
	common, err := t.countWords(taken, commonFrom)
	if err != nil {
		return err
	}
	for _, c := range taken.list {
		words := slices.DeleteFunc(c.words, func(w string) bool { return common[w] })
		if err := t.exec(`INSERT INTO claim_words (docid, words) VALUES (?, ?)`, c.id, strings.Join(words, " ")); err != nil {
			return err
		}
	}
	if err := t.exec(`DELETE FROM words_changed`); err != nil {
		return err
	}
	return t.exec(`UPDATE words_upto SET claim = ?`, taken.upto)
}

// taking is what is taken in at once: claims with their words, and in how many
// of them each word stands. What a claim said before stays known: who finds it
// there looks at the claim itself.
type taking struct {
	upto  int64
	list  []wordedClaim
	known map[string]int
}

type wordedClaim struct {
	id    int64
	words []string
}

func (k *taking) claim(rows *sql.Rows) error {
	var c wordedClaim
	var texts [3]string
	err := rows.Scan(&c.id, &texts[0], &texts[1], &texts[2])
	c.words = wordsOf(texts[:]...)
	for _, w := range c.words {
		k.known[w]++
	}
	k.list, k.upto = append(k.list, c), max(k.upto, c.id)
	return err
}

// countWords counts the words, and returns those that stand in so many claims
// that nobody would ask the index for them: from then on it leaves them out.
func (t *tx) countWords(taken taking, commonFrom int64) (common map[string]bool, err error) {
	common = map[string]bool{}
	for _, word := range slices.Sorted(maps.Keys(taken.known)) {
		var n int64
		var is bool
		if err := t.row(`INSERT INTO words_known (word, claims, common) VALUES (?, ?, 0)
			ON CONFLICT (word) DO UPDATE SET claims = claims + excluded.claims RETURNING claims, common`, word, taken.known[word]).Scan(&n, &is); err != nil {
			return nil, err
		}
		if !is && taken.upto >= commonFrom && n > taken.upto/fewest {
			if err := t.exec(`UPDATE words_known SET common = 1 WHERE word = ?`, word); err != nil {
				return nil, err
			}
			is = true
		}
		common[word] = is
	}
	return common, nil
}

// wordsOf are the words of some texts, each once.
func wordsOf(texts ...string) []string {
	var list []string
	for _, text := range texts {
		list = append(list, strings.FieldsFunc(lowerASCII(text), isGap)...)
	}
	slices.Sort(list)
	return slices.Compact(list)
}

// isGap reports whether r stands between words: what in ASCII is neither a
// letter nor a digit, as SQLite's simple tokenizer has it.
func isGap(r rune) bool {
	return r < 0x80 && !('a' <= r && r <= 'z' || '0' <= r && r <= '9' || 'A' <= r && r <= 'Z')
}

// lowerASCII makes the letters small of which LIKE overlooks the case.
func lowerASCII(s string) string {
	return strings.Map(func(r rune) rune {
		if 'A' <= r && r <= 'Z' {
			return r + 'a' - 'A'
		}
		return r
	}, s)
}
