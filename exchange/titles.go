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
	{"statement", []string{"claim", "prediction", "predictions", "forecast", "promise", "pledge", "what", "event predicted", "statement made", "text", "question", "commitment", "market", "market question", "bet", "claim text", "claim reviewed", "what was promised", "campaign promise", "election promise", "promise text", "statement text", "prediction text", "forecast text", "question title"}},
	{"quote", []string{"quotation", "verbatim", "words", "exact words", "in their words", "original quote", "original text", "exact quote", "full quote", "direct quote", "original wording", "wording", "what they said", "what was said", "what he said", "what she said", "tweet text", "post text", "message text", "transcript"}},
	{"speaker", []string{"who", "by whom", "person", "name", "author", "forecaster", "predictor", "said by", "claimant", "pundit", "politician", "expert", "speaker name", "source person", "made by", "trader", "user", "username", "user name", "participant", "player", "handle", "full name", "contestant", "who said it", "who said", "said by whom", "promised by", "predicted by", "stated by", "spokesperson", "analyst", "candidate", "minister", "account name", "screen name"}},
	{"stated_on", []string{"date", "said", "said on", "when", "when said", "date said", "day", "stated", "stated on", "date made", "made on", "date of statement", "date of claim", "statement date", "claim date", "prediction date", "date predicted", "predicted on", "forecast date", "published", "date published", "timestamp", "created", "created at", "created on", "created time", "made", "date and time", "submitted", "submitted at", "when was it said", "date of quote", "quote date", "date promised", "promised on", "promise date", "date of promise", "date created", "publication date", "posted", "posted at", "posted on", "post date", "date posted", "datetime", "date time", "tweet date", "message date", "date logged"}},
	{forDeadline, []string{"deadline", "by", "by when", "due", "due date", "due by", "target date", "timeframe", "time frame", "until", "horizon", "resolves by", "resolve by", "end date", "resolution deadline", "window", "close", "closes", "close time", "close date", "closes at", "closing date", "ends", "end", "expires", "expiry", "expiration date", "target", "by date", "when by", "expected by", "expected date", "due on", "promised for", "deadline date", "deadline text", "completion deadline", "resolves", "resolves on", "known on", "window end", "timeline", "delivery date"}},
	{forConfidence, []string{"confidence", "probability", "prob", "p", "chance", "likelihood", "odds", "certainty", "credence", "how sure", "sure", "estimate", "percent", "confidence level", "probability yes", "yes probability", "p yes", "prob yes", "price", "yes price", "price cents", "last price", "how likely", "how confident", "how likely is it", "forecast probability", "percentage", "probability of yes", "probability estimate", "confident", "stated probability"}},
	{forOutcome, []string{"outcome", "result", "resolution", "verdict", "came true", "happened", "true", "correct", "resolved as", "ruling", "rating", "what happened", "did it happen", "kept", "promise status", "right", "actual", "actual outcome", "resolved to", "grade", "did it come true", "judgement", "judgment", "assessment", "come true", "fulfilled", "delivered", "truth", "final verdict", "final rating", "textual rating", "current status", "promise rating", "final outcome", "was it right", "was it true"}},
	{"verdict.event_date", []string{"happened on", "date happened", "event date", "outcome date", "date of event", "date of outcome", "when it happened", "actual date", "delivered on", "fulfilled on", "date fulfilled", "came true on"}},
	{"verdict.at", []string{"resolved", "resolved on", "resolved at", "judged on", "date resolved", "resolution date", "date of resolution", "verdict date", "checked on", "date checked", "rating date", "date rated", "ruling date", "rated on", "resolve time", "resolution time", "resolved time", "resolve date", "resolved date", "outcome known on", "date of verdict", "decided on", "date decided", "verified on", "date verified", "date of rating", "fact check date", "assessed on", "judgement date", "date judged"}},
	{"verdict.note", []string{"verdict note", "outcome note", "outcome notes", "resolution note", "explanation", "reasoning", "why", "outcome comment", "verdict notes"}},
	{"verdict.by", []string{"judged by", "judge", "resolved by", "checked by", "fact checker", "rated by", "checker", "verified by", "assessed by"}},
	{forEvidence, []string{"evidence", "proof", "evidence link", "evidence url", "outcome link", "outcome url", "outcome source", "verdict link", "verdict url", "verdict source", "resolution source", "resolution link", "resolution url", "fact check", "evidence links", "link to evidence", "fact check url", "fact check link", "source of verdict", "proof link", "proof url"}},
	{forLink, []string{"link", "links", "url", "web", "web page", "address", "source url", "source link", "hyperlink", "article", "link to source", "permalink", "post url", "post link", "tweet url", "tweet link", "message link", "article url", "article link", "website", "statement url", "quote url", "quote link"}},
	{forOutlet, []string{"source", "outlet", "where", "publication", "published in", "medium", "media", "newspaper", "show", "venue", "channel", "publisher", "platform", "where said", "outlet name", "news outlet"}},
	{"title", []string{"headline", "article title"}},
	{"event", []string{"proposition", "question id", "event name", "market id", "question slug", "market slug", "slug"}},
	{"tags", []string{"tag", "topic", "topics", "category", "categories", "subject", "theme", "area", "label", "labels", "keyword", "keywords", "policy area", "topic area", "sector", "beat"}},
	{"notes", []string{"note", "comment", "comments", "remark", "remarks", "context", "internal notes", "editor s notes", "editor notes", "editorial notes", "desk notes", "details", "background", "memo", "additional info"}},
	{"condition", []string{"if", "conditional on", "provided", "provided that"}},
	{"criterion", []string{"criteria", "resolution criteria", "how decided", "how judged", "measure", "test", "how measured", "success criterion", "success criteria", "what counts"}},
	{"key", []string{"ref", "reference", "no", "nr", "number", "claim id", "identifier", "promise id", "statement id", "prediction id", "forecast id", "claim no", "claim number"}},
	{"archive_url", []string{"archive", "archive link", "archived copy", "archived url", "archived link", "wayback", "wayback link", "wayback url", "snapshot", "snapshot url"}},
	{"hedge.low", []string{"low", "lower", "lower bound", "ci low", "ci lower", "p low", "lower p"}},
	{"hedge.high", []string{"high", "upper", "upper bound", "ci high", "ci upper", "p high", "upper p"}},
	{"baseline_p", []string{"baseline", "baseline probability", "crowd", "crowd probability", "community prediction", "market probability"}},
	{"speaker_kind", []string{"kind", "speaker type", "kind of speaker"}},
	{"language", []string{"lang"}},
	{"logged_by", []string{"entered by", "added by", "logger", "recorded by", "editor", "logged by", "submitted by", "reported by"}},
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
var questions = []string{"question", "question title", "market", "market question", "event predicted"}

// weak are titles for the day of a statement that give way to a better one:
// a form writes when it was filled in.
var weak = []string{"timestamp", "created", "created at", "created on", "created time", "submitted", "submitted at", "published", "date published", "date created", "publication date", "posted", "posted at", "posted on", "post date", "date posted", "datetime", "date time", "date logged"}

// titleWords is a title in small letters without signs: "Confidence (%)" is
// "confidence".
func titleWords(title string) string {
	if before, _, ok := strings.Cut(title, "("); ok && strings.TrimSpace(before) != "" {
		title = before
	}
	words := strings.FieldsFunc(strings.ToLower(apart(title)), func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	if len(words) > 1 && slices.Contains([]string{"your", "my", "our", "the"}, words[0]) {
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
