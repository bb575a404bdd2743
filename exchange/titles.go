package exchange

import (
	"cmp"
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
	{"statement", []string{"claim", "prediction", "predictions", "forecast", "promise", "pledge", "what", "event predicted", "statement made", "text", "question", "commitment", "market", "market question", "bet"}},
	{"quote", []string{"quotation", "verbatim", "words", "exact words", "in their words", "original quote", "original text"}},
	{"speaker", []string{"who", "by whom", "person", "name", "author", "forecaster", "predictor", "said by", "claimant", "pundit", "politician", "expert", "speaker name", "source person", "made by", "trader", "user", "username", "user name", "participant", "player", "handle", "full name", "contestant"}},
	{"stated_on", []string{"date", "said", "said on", "when", "when said", "date said", "day", "stated", "stated on", "date made", "made on", "date of statement", "date of claim", "statement date", "claim date", "prediction date", "date predicted", "predicted on", "forecast date", "published", "date published", "timestamp", "created", "created at", "created on", "created time", "made", "date and time", "submitted", "submitted at"}},
	{forDeadline, []string{"deadline", "by", "by when", "due", "due date", "due by", "target date", "timeframe", "time frame", "until", "horizon", "resolves by", "resolve by", "end date", "resolution deadline", "window", "close", "closes", "close time", "close date", "closes at", "closing date", "ends", "end", "expires", "expiry", "expiration date", "target"}},
	{forConfidence, []string{"confidence", "probability", "prob", "p", "chance", "likelihood", "odds", "certainty", "credence", "how sure", "sure", "estimate", "percent", "confidence level", "probability yes", "yes probability", "p yes", "prob yes", "price", "yes price", "price cents", "last price", "how likely", "how confident", "how likely is it"}},
	{forOutcome, []string{"outcome", "result", "resolution", "verdict", "came true", "happened", "true", "correct", "resolved as", "ruling", "rating", "what happened", "did it happen", "kept", "promise status", "right", "actual", "actual outcome", "resolved to", "grade", "did it come true"}},
	{"verdict.event_date", []string{"happened on", "date happened", "event date", "outcome date", "date of event", "date of outcome"}},
	{"verdict.at", []string{"resolved", "resolved on", "resolved at", "judged on", "date resolved", "resolution date", "date of resolution", "verdict date", "checked on", "date checked", "rating date", "date rated", "ruling date", "rated on", "resolve time", "resolution time", "resolved time", "resolve date", "resolved date", "outcome known on"}},
	{"verdict.note", []string{"verdict note", "outcome note", "outcome notes", "resolution note", "explanation", "reasoning", "why", "outcome comment", "verdict notes"}},
	{"verdict.by", []string{"judged by", "judge", "resolved by", "checked by", "fact checker"}},
	{forEvidence, []string{"evidence", "proof", "evidence link", "evidence url", "outcome link", "outcome url", "outcome source", "verdict link", "verdict url", "verdict source", "resolution source", "resolution link", "resolution url", "fact check"}},
	{forLink, []string{"link", "links", "url", "web", "web page", "address", "source url", "source link", "hyperlink", "article"}},
	{forOutlet, []string{"source", "outlet", "where", "publication", "published in", "medium", "media", "newspaper", "show", "venue", "channel"}},
	{"title", []string{"headline", "article title"}},
	{"event", []string{"proposition", "question id", "event name", "market id", "question slug", "market slug", "slug"}},
	{"tags", []string{"tag", "topic", "topics", "category", "categories", "subject", "theme", "area", "label", "labels"}},
	{"notes", []string{"note", "comment", "comments", "remark", "remarks", "context"}},
	{"condition", []string{"if", "conditional on", "provided", "provided that"}},
	{"criterion", []string{"criteria", "resolution criteria", "how decided", "how judged", "measure", "test"}},
	{"key", []string{"ref", "reference", "no", "nr", "number", "claim id", "identifier"}},
	{"speaker_kind", []string{"kind", "speaker type", "kind of speaker"}},
	{"language", []string{"lang"}},
	{"logged_by", []string{"entered by", "added by", "logger", "recorded by", "editor"}},
}

// german are the titles of German tables.
var german = []synonym{
	{"statement", []string{"aussage", "behauptung", "vorhersage", "prognose", "versprechen", "these", "was"}},
	{"quote", []string{"zitat", "wortlaut"}},
	{"speaker", []string{"wer", "sprecher", "sprecherin", "autor", "autorin", "politiker", "politikerin", "urheber"}},
	{"stated_on", []string{"datum", "wann", "gesagt am", "gesagt", "aussage vom", "vom"}},
	{forDeadline, []string{"frist", "bis", "bis wann", "termin", "fällig", "stichtag"}},
	{forConfidence, []string{"wahrscheinlichkeit", "sicherheit", "konfidenz", "prozent", "wie sicher"}},
	{forOutcome, []string{"ergebnis", "ausgang", "eingetreten", "eingetroffen", "bewertung", "urteil"}},
	{"verdict.event_date", []string{"eingetreten am", "eingetroffen am"}},
	{"verdict.at", []string{"bewertet am", "geprüft am"}},
	{"verdict.note", []string{"begründung"}},
	{forEvidence, []string{"beleg", "belege", "nachweis"}},
	{forOutlet, []string{"quelle", "zeitung"}},
	{forLink, []string{"webseite", "adresse"}},
	{"tags", []string{"thema", "themen", "kategorie", "bereich", "schlagwort", "schlagwörter"}},
	{"notes", []string{"bemerkung", "bemerkungen", "notiz", "notizen", "anmerkung", "anmerkungen", "kommentar"}},
	{"condition", []string{"bedingung", "falls"}},
	{"key", []string{"nummer"}},
	{"language", []string{"sprache"}},
}

// questions are titles of a statement that several people spoke about: it is
// the event too, where no column names that.
var questions = []string{"question", "market", "market question", "event predicted"}

// weak are titles for the day of a statement that give way to a better one:
// a form writes when it was filled in.
var weak = []string{"timestamp", "created", "created at", "created on", "created time", "submitted", "submitted at", "published", "date published"}

// titleWords is a title in small letters without signs: "Confidence (%)" is
// "confidence".
func titleWords(title string) string {
	if before, _, ok := strings.Cut(title, "("); ok && strings.TrimSpace(before) != "" {
		title = before
	}
	words := strings.FieldsFunc(strings.ToLower(apart(title)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && slices.Contains([]string{"your", "my", "the"}, words[0]) {
		words = words[1:]
	}
	return strings.Join(words, " ")
}

// apart puts spaces into titles like closeTime.
func apart(title string) string {
	var b strings.Builder
	small := false
	for _, r := range title {
		if small && unicode.IsUpper(r) {
			b.WriteByte(' ')
		}
		small = unicode.IsLower(r)
		b.WriteRune(r)
	}
	return b.String()
}

// guess finds what a title stands for, "" when nobody knows.
func guess(title string) string {
	words := titleWords(title)
	return cmp.Or(find(synonyms, words), find(german, words))
}

func find(list []synonym, words string) string {
	i := slices.IndexFunc(list, func(s synonym) bool { return slices.Contains(s.titles, words) })
	if i < 0 {
		return ""
	}
	return list[i].member
}

// languageOf is the language of a header where it is not English, "" where
// fewer than two titles show another.
func languageOf(header []string) string {
	n := 0
	for _, title := range header {
		if words := titleWords(title); find(synonyms, words) == "" && find(german, words) != "" {
			n++
		}
	}
	if n < 2 {
		return ""
	}
	return "de"
}
