package store

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"tracker/claims"
)

// mustIndex takes the words of all claims into the index.
func mustIndex(t testing.TB, b *Book, commonFrom int64) {
	t.Helper()
	if err := b.write(t.Context(), Command{}, func(x *tx) error { return x.indexWords(t.Context(), 1<<20, commonFrom) }); err != nil {
		t.Fatal(err)
	}
}

// mustLog logs claims that say some texts, as one import, of a file whose
// SHA-256 is a digit again and again.
func mustLog(t testing.TB, b *Book, digit string, texts ...string) {
	t.Helper()
	err := b.Import(t.Context(), NewCommand("import", "desk", now), strings.Repeat(digit, 64), true, func(batch *Batch) error {
		for i, text := range texts {
			c := plainClaim(i)
			c.Statement, c.Quote, c.Notes = "Claim", "", ""
			*[]*string{&c.Statement, &c.Quote, &c.Notes}[i%3] = text
			if err := batch.Add(&c); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// found are the claims that have some words, by the index of words where it is
// asked, which indexed reports, and by looking through all.
func found(t testing.TB, b *Book, words ...string) (ids, scanned []claims.ID, indexed bool) {
	t.Helper()
	f := claims.Filter{Words: words}
	list, _, err := b.Find(t.Context(), f, now, ByLogged, Page{Brief: true})
	if err != nil {
		t.Fatal(err)
	}
	where, args := condition(f, now)
	all, err := b.load(t.Context(), where+" ORDER BY c.id DESC", args...)
	if err != nil {
		t.Fatal(err)
	}
	narrow, _, err := b.narrowed(t.Context(), b.reader, f, where, args)
	if err != nil {
		t.Fatal(err)
	}
	return idsOf(list), idsOf(all), narrow != where
}

func idsOf(list []claims.Claim) (ids []claims.ID) {
	for _, c := range list {
		ids = append(ids, c.ID)
	}
	return ids
}

func TestWordsAreFoundInAnIndex(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	texts := []string{"The bridge at Köln opens", "Drawbridges, not bridges", "BRIDGE-opening: 5 May", "KÖLN", "will—maybe—open", "50 % of it", `a_b\c`, "it's o'brien's",
		"x", "名前は 名前", "a \"quoted\" word OR another", "The bridge  at two spaces", "NEAR/2 (a b)"}
	for i := range 300 {
		texts = append(texts, fmt.Sprintf("Measure %d takes effect", 1000+i))
	}
	mustLog(t, b, "1", texts...)
	mustIndex(t, b, commonFrom)
	for words, want := range map[string]struct {
		n       int
		indexed bool
	}{
		"bridge": {4, true}, "BRIDGE": {4, true}, "bridge ": {2, true}, " bridge ": {2, true}, "ridge at": {1, true}, "bridge at": {1, true}, "bridges,": {1, true},
		"Köln": {1, true}, "köln": {1, true}, "KÖLN": {1, true}, "kÖln": {1, true}, "—": {1, true}, "maybe—o": {1, true}, "%": {1, false}, "50 %": {1, true}, "_": {1, false},
		`b\c`: {1, true}, "'": {1, false}, "o'brien's": {1, true}, "前は": {1, true}, "前 名": {0, true}, "quoted\" word OR": {1, true}, "EAR/2": {1, true},
		"e 1234 t": {1, true}, "1234": {1, true}, "123": {11, true}, "Measure": {300, false}, "measure takes": {0, false}, "nowhere": {0, true}, "e": {308, false}, "  ": {1, false},
	} {
		ids, scanned, indexed := found(t, b, words)
		if !slices.Equal(ids, scanned) || indexed != want.indexed || len(ids) != want.n {
			t.Errorf("%q: %d claims, asking the index %v; looking through all %d; want %+v", words, len(ids), indexed, len(scanned), want)
		}
	}
	if ids, scanned, indexed := found(t, b, "effect", "1234", "measure"); !slices.Equal(ids, scanned) || len(ids) != 1 || !indexed {
		t.Errorf("of several words the rarest leads to the claims: %v, %v, %v", ids, scanned, indexed)
	}
	mustBeSound(t, b)
}

// What is said otherwise since, and what was logged since, is found as well.
func TestAnIndexOfWordsMayLagBehind(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustLog(t, b, "1", slices.Repeat([]string{"filler"}, 200)...)
	mustIndex(t, b, commonFrom)
	_, err := b.Change(t.Context(), NewCommand("amend", "desk", now), []claims.ID{7}, "amend", func(c *claims.Claim) error {
		c.Statement = "A bridge opens"
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	mustLog(t, b, "2", "Bridges open")
	for _, indexAgain := range []bool{false, true, true} {
		if indexAgain {
			mustIndex(t, b, commonFrom)
		}
		if ids, scanned, indexed := found(t, b, "bridge"); !slices.Equal(ids, scanned) || len(ids) != 2 || !indexed {
			t.Errorf("indexed again %v: %v, looking through all %v", indexAgain, ids, scanned)
		}
	}
	mustBeSound(t, b)
}

// Words in one of sixteen claims are left out once there are many claims.
func TestCommonWordsAreNotIndexed(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	texts := slices.Repeat([]string{"filler"}, 100)
	texts[1], texts[50] = "rare", "filler rare"
	mustLog(t, b, "1", texts...)
	mustIndex(t, b, 100)
	mustLog(t, b, "2", "filler rare again")
	mustIndex(t, b, 100)
	for words, wantIndexed := range map[string]bool{"rare": true, "filler": false, "again": true, "ill": false, "filler rare": true} {
		if ids, scanned, indexed := found(t, b, words); !slices.Equal(ids, scanned) || indexed != wantIndexed || len(ids) == 0 {
			t.Errorf("%q: %v, looking through all %v, asking the index %v", words, ids, scanned, indexed)
		}
	}
	var n int
	if err := one(t.Context(), b.reader, `SELECT count(*) FROM claim_words WHERE claim_words MATCH '"filler"'`, nil, &n); err != nil || n != 0 {
		t.Errorf("%d claims are indexed by a word that stands in all: %v", n, err)
	}
}

// Both ways to look for words find the same, whatever the texts are.
func TestTheIndexOfWordsFindsWhatAScanFinds(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	text := rapid.StringOfN(rapid.SampledFrom([]rune("aAbB1 -%_éÉ名")), 1, 12, -1)
	var texts []string
	for i := range 600 {
		texts = append(texts, text.Example(i)+" q"+strings.Repeat("z", i%40))
	}
	mustLog(t, b, "1", texts...)
	mustIndex(t, b, 300)
	asked := 0
	rapid.Check(t, func(rt *rapid.T) {
		words := rapid.SliceOfN(text, 1, 3).Draw(rt, "words")
		if rapid.Bool().Draw(rt, "of a claim") {
			runes := []rune(rapid.SampledFrom(texts).Draw(rt, "text"))
			from := rapid.IntRange(0, len(runes)-1).Draw(rt, "from")
			words = []string{string(runes[from:rapid.IntRange(from+1, len(runes)).Draw(rt, "to")])}
		}
		ids, scanned, indexed := found(t, b, words...)
		if !slices.Equal(ids, scanned) {
			rt.Fatalf("%q: the index finds %v, looking through all %v", words, ids, scanned)
		}
		if indexed {
			asked++
		}
	})
	if asked < 3 {
		t.Errorf("the index was asked %d times", asked)
	}
}

// The claims that the index names are looked up by their numbers, in the order
// of the list.
func TestFoundClaimsAreLookedUp(t *testing.T) {
	fileOnly(t)
	b := mustCreate(t)
	mustLog(t, b, "1", slices.Repeat([]string{"filler"}, 100)...)
	mustIndex(t, b, commonFrom)
	f := claims.Filter{Words: []string{"bridge"}}
	where, args := condition(f, now)
	where, _, err := b.narrowed(t.Context(), b.reader, f, where, args)
	if err != nil {
		t.Fatal(err)
	}
	if plan := planOf(t, b, "SELECT c.id"+fromClaims+where+" ORDER BY "+orders[ByLogged]); !strings.Contains(plan, "SEARCH c USING INTEGER PRIMARY KEY") || strings.Contains(plan, "TEMP B-TREE") {
		t.Errorf("the plan is\n%s", plan)
	}
	if plan := planOf(t, b, "SELECT docid FROM claim_words WHERE claim_words MATCH ?"); !strings.Contains(plan, "VIRTUAL TABLE INDEX") {
		t.Errorf("the plan is\n%s", plan)
	}
}

// Words are taken in as claims are logged, not where a book is made to be read
// once; what is missing of an index is damage.
func TestWordsAreIndexedWhenMany(t *testing.T) {
	fileOnly(t)
	x := &tx{indexes: true}
	if !x.indexDue(wordsFrom) || !x.indexDue(wordsFrom+wordsEvery) || x.indexDue(wordsFrom+1) || x.indexDue(wordsFrom-wordsEvery) || (&tx{}).indexDue(wordsFrom) {
		t.Error("words are taken in with every so many claims of a large book")
	}
	b := mustCreate(t)
	mustLog(t, b, "1", "bridge")
	mustIndex(t, b, commonFrom)
	mustBeSound(t, b)
	if _, err := b.writer.Exec(`DROP TRIGGER claims_reworded`); err != nil {
		t.Fatal(err)
	}
	problems, err := b.Check(context.Background(), nil)
	if err != nil || !damaged(problems) {
		t.Errorf("an index without its trigger is found damaged: %v, %v", problems, err)
	}
}
