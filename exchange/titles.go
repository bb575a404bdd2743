package exchange

import (
	"slices"
	"strings"
	"unicode"
)

// The names of columns that are read as people fill them in. They stand
// beside the members and may be mapped to like one.
const (
	forDeadline   = "deadline"   // days or words after "by"
	forConfidence = "confidence" // a number or words
	forOutcome    = "outcome"    // yes, kept, wrong, pending …
	forEvidence   = "evidence"   // addresses, and what was seen
	forLink       = "link"       // of the statement, or after the outcome of its evidence
	forOutlet     = "outlet"     // a name or an address
)

// readAs says which member a column of such a name stands for first.
var readAs = map[string]string{forDeadline: "window.phrase", forConfidence: "hedge.p", forOutcome: "verdict.outcome",
	forEvidence: "verdict.evidence", forLink: "url", forOutlet: "source"}

// synonym is a member, or a name of the list above, and the titles under
// which people keep it, in small letters without signs.
type synonym struct {
	member string
	titles []string
}

// synonyms are the titles that are understood; docs/format.md has the same
// table. A title that is the name of a member is that member.
var synonyms = []synonym{
	{"statement", []string{"claim", "prediction", "predictions", "forecast", "promise", "pledge", "what", "event predicted", "statement made", "text", "question", "commitment"}},
	{"quote", []string{"quotation", "verbatim", "words", "exact words", "in their words", "original quote", "original text"}},
	{"speaker", []string{"who", "by whom", "person", "name", "author", "forecaster", "predictor", "said by", "claimant", "pundit", "politician", "expert", "speaker name", "source person", "made by"}},
	{"stated_on", []string{"date", "said", "said on", "when", "when said", "date said", "day", "stated", "stated on", "date made", "made on", "date of statement", "date of claim", "statement date", "claim date", "prediction date", "date predicted", "predicted on", "forecast date", "published", "date published"}},
	{forDeadline, []string{"deadline", "by", "by when", "due", "due date", "due by", "target date", "timeframe", "time frame", "until", "horizon", "resolves by", "resolve by", "end date", "resolution deadline", "window"}},
	{forConfidence, []string{"confidence", "probability", "prob", "p", "chance", "likelihood", "odds", "certainty", "credence", "how sure", "sure", "estimate", "percent", "confidence level"}},
	{forOutcome, []string{"outcome", "result", "resolution", "verdict", "came true", "happened", "true", "correct", "resolved as", "ruling", "rating", "what happened", "did it happen", "kept", "promise status", "right", "actual", "actual outcome"}},
	{"verdict.event_date", []string{"happened on", "date happened", "event date", "outcome date", "date of event", "date of outcome"}},
	{"verdict.at", []string{"resolved", "resolved on", "resolved at", "judged on", "date resolved", "resolution date", "date of resolution", "verdict date", "checked on", "date checked"}},
	{"verdict.note", []string{"verdict note", "outcome note", "outcome notes", "resolution note", "explanation", "reasoning", "why", "outcome comment", "verdict notes"}},
	{"verdict.by", []string{"judged by", "judge", "resolved by", "checked by", "fact checker"}},
	{forEvidence, []string{"evidence", "proof", "evidence link", "evidence url", "outcome link", "outcome url", "outcome source", "verdict link", "verdict url", "verdict source", "resolution source", "resolution link", "resolution url", "fact check"}},
	{forLink, []string{"link", "links", "url", "web", "web page", "address", "source url", "source link", "hyperlink", "article"}},
	{forOutlet, []string{"source", "outlet", "where", "publication", "published in", "medium", "media", "newspaper", "show", "venue", "channel"}},
	{"title", []string{"headline", "article title"}},
	{"event", []string{"proposition", "question id", "event name"}},
	{"tags", []string{"tag", "topic", "topics", "category", "categories", "subject", "theme", "area", "label", "labels"}},
	{"notes", []string{"note", "comment", "comments", "remark", "remarks", "context"}},
	{"condition", []string{"if", "conditional on", "provided", "provided that"}},
	{"criterion", []string{"criteria", "resolution criteria", "how decided", "how judged", "measure", "test"}},
	{"key", []string{"ref", "reference", "no", "nr", "number", "claim id", "identifier"}},
	{"speaker_kind", []string{"kind", "speaker type", "kind of speaker"}},
	{"language", []string{"lang"}},
	{"logged_by", []string{"entered by", "added by", "logger", "recorded by", "editor"}},
}

// titleWords is a title in small letters without signs: "Confidence (%)" is
// "confidence".
func titleWords(title string) string {
	if before, _, ok := strings.Cut(title, "("); ok && strings.TrimSpace(before) != "" {
		title = before
	}
	words := strings.FieldsFunc(strings.ToLower(title), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	return strings.Join(words, " ")
}

// guess finds what a title stands for, "" when nobody knows.
func guess(title string) string {
	words := titleWords(title)
	for _, s := range synonyms {
		if slices.Contains(s.titles, words) {
			return s.member
		}
	}
	return ""
}
