package sqlite

import "maps"

// wordIndex makes what an index of words is kept in. Claim_words says which claims have
// a word, words_known which words there are, in how many claims, and which are
// too common to be asked for; words_upto up to which claim they are known, and
// words_changed which of these say something else by now.
var wordIndex = []string{
	`CREATE VIRTUAL TABLE claim_words USING fts4(content="", words, matchinfo=fts3)`,
	`CREATE TABLE words_known (word TEXT NOT NULL PRIMARY KEY, claims INTEGER NOT NULL, common INTEGER NOT NULL CHECK (common IN (0, 1))) STRICT, WITHOUT ROWID`,
	`CREATE TABLE words_upto (claim INTEGER NOT NULL) STRICT`,
	`CREATE TABLE words_changed (claim INTEGER PRIMARY KEY) STRICT`,
	`CREATE TRIGGER claims_reworded AFTER UPDATE OF statement, quote, notes ON claims
		WHEN (old.statement, old.quote, old.notes) IS NOT (new.statement, new.quote, new.notes)
	BEGIN INSERT OR IGNORE INTO words_changed VALUES (new.id); END`,
	`INSERT INTO words_upto VALUES (0)`,
}

// WordIndex makes the index of words, where SQLite was built with FTS4.
func (f *File) WordIndex() []string { return wordIndex }

// wordObjects are the rows of the schema that an index of words is: those that
// are named when it is made, and those that FTS4 makes for itself.
var wordObjects = map[object]int{
	{"table", "claim_words", "claim_words", wordIndex[0]}:                                                                                     1,
	{"table", "words_known", "words_known", wordIndex[1]}:                                                                                     1,
	{"table", "words_upto", "words_upto", wordIndex[2]}:                                                                                       1,
	{"table", "words_changed", "words_changed", wordIndex[3]}:                                                                                 1,
	{"trigger", "claims_reworded", "claims", wordIndex[4]}:                                                                                    1,
	{"index", "sqlite_autoindex_claim_words_segdir_1", "claim_words_segdir", ""}:                                                              1,
	{"table", "claim_words_segments", "claim_words_segments", "CREATE TABLE 'claim_words_segments'(blockid INTEGER PRIMARY KEY, block BLOB)"}: 1,
	{"table", "claim_words_segdir", "claim_words_segdir",
		"CREATE TABLE 'claim_words_segdir'(level INTEGER,idx INTEGER,start_block INTEGER,leaves_end_block INTEGER,end_block INTEGER,root BLOB,PRIMARY KEY(level, idx))"}: 1,
	{"table", "claim_words_stat", "claim_words_stat", "CREATE TABLE 'claim_words_stat'(id INTEGER PRIMARY KEY, value BLOB)"}: 1,
}

// withWords is a schema with the index of words, where another has some of it:
// it is there whole, or not at all.
func withWords(should, have map[object]int) map[object]int {
	for o := range wordObjects {
		if have[o] > 0 {
			should = maps.Clone(should)
			maps.Copy(should, wordObjects)
			return should
		}
	}
	return should
}
