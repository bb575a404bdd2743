package store

import (
	"context"
	"database/sql"
	"strings"

	"tracker/claims"
)

// When the index of words is asked: for the claims of at most mostWords words,
// and at most one claim in fewest; more are found as fast by looking through
// all, which every answer must stand up to anyway.
const (
	mostWords = 400
	fewest    = 16
)

// narrowed adds to the condition of f the claims that may have its words, where
// an index knows them: of a few words in f those of the rarest.
func (b *Book) narrowed(ctx context.Context, q querier, f claims.Filter, where string, args []any) (string, []any, error) {
	if len(f.Words) == 0 || b.engine.WordIndex() == nil {
		return where, args, nil
	}
	var has int
	if err := one(ctx, q, hasWords, nil, &has); err != nil || has < 2 {
		return where, args, err
	}
	var upto int64
	if err := one(ctx, q, `SELECT claim FROM words_upto`, nil, &upto); err != nil {
		return where, args, err
	}
	rarest, found := candidates{}, false
	for i, p := range piecesOf(f.Words) {
		c, ok, err := p.candidates(ctx, q)
		if err != nil {
			return where, args, err
		}
		if ok && (!found || c.claims < rarest.claims) {
			rarest, found = c, true
		}
		if i == mostPieces-1 {
			break
		}
	}
	if !found || rarest.claims > upto/fewest {
		return where, args, nil
	}
	match := ""
	if len(rarest.words) > 0 {
		match = `SELECT docid FROM claim_words WHERE claim_words MATCH ? UNION ALL `
		args = append(args, `"`+strings.Join(rarest.words, `" OR "`)+`"`)
	}
	return where + ` AND c.id IN (` + match + `SELECT id FROM claims WHERE id > ? UNION ALL SELECT claim FROM words_changed)`, append(args, upto), nil
}

// one reads the one row of a query.
func one(ctx context.Context, q querier, query string, args []any, into ...any) error {
	return each(ctx, q, query, args, func(rows *sql.Rows) error { return rows.Scan(into...) })
}

// mostPieces is for how many pieces the words are looked up.
const mostPieces = 4

// piece is a part of a text looked for that stands in one word: open says on
// which sides the word may go on.
type piece struct {
	text                string
	openLeft, openRight bool
}

// piecesOf cuts the texts looked for at what stands between words. A text that
// begins in a word may do so in the middle of it.
func piecesOf(texts []string) (list []piece) {
	for _, text := range texts {
		text = lowerASCII(text)
		words := strings.FieldsFunc(text, isGap)
		for i, w := range words {
			list = append(list, piece{w, i == 0 && strings.HasPrefix(text, w), i == len(words)-1 && strings.HasSuffix(text, w)})
		}
	}
	return list
}

// candidates are the words that a piece may stand in, and in how many claims
// they stand at most.
type candidates struct {
	words  []string
	claims int64
}

// candidates looks the words up; ok is false where they are too many, or one is
// too common.
func (p piece) candidates(ctx context.Context, q querier) (c candidates, ok bool, err error) {
	common, pattern := false, p.text
	if p.openLeft {
		pattern = "%" + pattern
	}
	if p.openRight {
		pattern += "%"
	}
	err = each(ctx, q, `SELECT word, claims, common FROM words_known WHERE word LIKE ? LIMIT ?`, []any{pattern, mostWords + 1}, func(rows *sql.Rows) error {
		var word string
		var n int64
		var is bool
		err := rows.Scan(&word, &n, &is)
		c.words, c.claims, common = append(c.words, word), c.claims+n, common || is
		return err
	})
	return c, !common && len(c.words) <= mostWords, err
}
