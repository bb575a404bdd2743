package store

import (
	"fmt"
	"strconv"
	"strings"
)

// traits are the members of a claim and its verdict that have few values
// together. A query for a score reads them as one text, which is taken apart
// once for all claims that have it: a column of its own costs as much as a
// comparison of the whole. Words of confidence stand last.
var (
	claimTraits = pick(claimColumns, "language", "words_by", "speaker_kind", "zone", "polarity", "type", "hedge_kind", "hedge_map",
		"class", "relation", "rules", "grace_days", "accepted", "hedge_words")
	verdictTraits = pick(verdictColumns, "outcome", "reason", "early_counts")

	selectTraits = `concat_ws('` + between + `', coalesce(v.outcome, ''), coalesce(v.reason, ''), coalesce(CAST(v.early_counts AS TEXT), ''), ` +
		columnNames("c.", claimTraits) + `)`
)

// between stands between traits: a separator that no text of a claim has.
const between = "\x1f"

// complete puts the traits of a text into what was read of a claim.
func (s *scorables) complete(l *landing, text string) error {
	known := s.traits[text]
	if known == nil {
		known = &landing{}
		if err := known.take(text); err != nil {
			return err
		}
		s.traits[strings.Clone(text)] = known
	}
	c, k := &l.claim, &known.claim
	c.Language, c.WordsBy, c.SpeakerKind, c.Polarity, c.Type = k.Language, k.WordsBy, k.SpeakerKind, k.Polarity, k.Type
	c.Hedge.Words, c.Hedge.Kind, c.Hedge.Map = k.Hedge.Words, k.Hedge.Kind, k.Hedge.Map
	w, x := &c.Window, &k.Window
	w.Zone, w.Class, w.Relation, w.Rules, w.GraceDays, w.Accepted = x.Zone, x.Class, x.Relation, x.Rules, x.GraceDays, x.Accepted
	l.verdict.Outcome, l.verdict.Reason, l.verdict.EarlyCounts = known.verdict.Outcome, known.verdict.Reason, known.verdict.EarlyCounts
	return nil
}

// take takes a text of traits apart.
func (l *landing) take(text string) error {
	into := addresses(addresses(nil, verdictTraits, &l.verdict), claimTraits, &l.claim)
	parts := strings.SplitN(text, between, len(into))
	if len(parts) != len(into) {
		return fmt.Errorf("%d traits of a claim, where there are %d", len(parts), len(into))
	}
	for i, part := range parts {
		if err := into[i].(*cell).parse(part); err != nil {
			return err
		}
	}
	return nil
}

// parse puts a trait back to its address.
func (c *cell) parse(text string) error {
	switch c.addr.(type) {
	case *int, *bool, **bool:
		if text == "" {
			return c.Scan(nil)
		}
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return err
		}
		return c.Scan(n)
	}
	return c.Scan(text)
}
