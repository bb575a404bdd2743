package exchange

import (
	"cmp"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/clean"
	"tracker/reading/deadline"
	"tracker/reading/draft"
)

// SchemaDrafts is the format of a document of drafts.
const SchemaDrafts = "tracker.draft/1"

// Article is where drafts were read out of.
type Article struct {
	draft.Article
	URL, SHA256 string
	StatedOn    claims.Moment
	Zone        *time.Location
	Lexicon     string // of the hedges
	Rules       string // of the windows
}

// Drafts is the document of what an article promises; each of the drafts is a
// claim object and may be imported.
type Drafts struct {
	Schema string        `json:"schema"`
	Said   claims.Moment `json:"said"`
	Source string        `json:"source"`
	URL    string        `json:"url"`
	SHA256 string        `json:"sha256"`
	Rules  string        `json:"rules"`
	Drafts []Drafted     `json:"drafts"`
	Left   []leftOut     `json:"left_out"`
}

// leftOut is a place that looks ahead and is no draft; Why is the id of a filter
// of draft.Rules.
type leftOut struct {
	Span     span   `json:"span"`
	Quote    string `json:"quote"`
	Sentence string `json:"sentence"`
	Why      string `json:"why"`
}

// span is bytes of a file.
type span struct {
	Start int `json:"start"`
	End   int `json:"end"`
}

// Drafted is one draft. Span is bytes of the file; Why is ids of draft.Rules.
type Drafted struct {
	Statement   string              `json:"statement"`
	Quote       string              `json:"quote"`
	WordsBy     claims.WordsBy      `json:"words_by"`
	Language    string              `json:"language"`
	Speaker     string              `json:"speaker"`
	SpeakerKind claims.SpeakerKind  `json:"speaker_kind"`
	Attribution []claims.Link       `json:"attribution"`
	Appearances []claims.Appearance `json:"appearances"`
	StatedOn    claims.Moment       `json:"stated_on"`
	Condition   string              `json:"condition"`
	Polarity    claims.Polarity     `json:"polarity"`
	Type        claims.Type         `json:"type"`
	Hedge       claims.Hedge        `json:"hedge"`
	Window      draftedWindow       `json:"window"`
	Drafted     string              `json:"drafted"` // the file, the span and the rules, as the claim keeps them
	Span        span                `json:"span"`
	Sentence    string              `json:"sentence"`
	Score       float64             `json:"score"`
	Why         []string            `json:"why"`
	SpeakerRule string              `json:"speaker_rule"`
	SpeakerSure draft.Sureness      `json:"speaker_sure"`
	Again       bool                `json:"again"`
}

// draftedWindow is a window whose phrase is null where there is none.
type draftedWindow struct {
	Phrase       *string                `json:"phrase"`
	Earliest     calendar.Day           `json:"earliest"`
	Latest       calendar.Day           `json:"latest"`
	Zone         string                 `json:"zone"`
	Granularity  deadline.Granularity   `json:"granularity"`
	Class        deadline.Class         `json:"class"`
	Relation     deadline.Relation      `json:"relation"`
	Rule         string                 `json:"rule"`
	Rules        string                 `json:"rules"`
	GraceDays    int                    `json:"grace_days"`
	Alternatives []deadline.Alternative `json:"alternatives"`
	Accepted     bool                   `json:"accepted"`
}

// NewDrafts is the document of what was read out of a, and of what was left out.
func NewDrafts(a Article, found []draft.Draft, left []draft.LeftOut) Drafts {
	doc := Drafts{Schema: SchemaDrafts, Said: a.StatedOn, Source: a.Source, URL: a.URL, SHA256: a.SHA256, Rules: draft.Version, Drafts: make([]Drafted, 0, len(found)), Left: make([]leftOut, 0, len(left))}
	for _, l := range left {
		doc.Left = append(doc.Left, leftOut{span{l.Span.Start, l.Span.End}, l.Quote, l.Sentence, l.Rule})
	}
	for i := range found {
		doc.Drafts = append(doc.Drafts, a.drafted(&found[i]))
	}
	return doc
}

func (a *Article) drafted(found *draft.Draft) Drafted {
	c := a.Claim(found)
	d := Drafted{Statement: c.Statement, Quote: c.Quote, WordsBy: c.WordsBy, Language: c.Language, Speaker: c.Speaker, SpeakerKind: c.SpeakerKind,
		Attribution: c.Attribution, Appearances: c.Appearances, StatedOn: claims.Moment(c.StatedOn), Condition: c.Condition, Polarity: c.Polarity, Type: c.Type,
		Hedge: *c.Hedge, Window: windowOf(*c.Window), Drafted: c.Drafted, Sentence: found.Sentence, Score: found.Score, Why: found.Why,
		SpeakerRule: found.SpeakerRule, SpeakerSure: found.Sure, Again: found.Again}
	d.Span = span{found.Span.Start, found.Span.End}
	return d
}

func windowOf(w claims.Window) draftedWindow {
	d := draftedWindow{Earliest: w.Earliest, Latest: w.Latest, Zone: w.Zone, Granularity: w.Granularity, Class: w.Class, Relation: w.Relation,
		Rule: w.Rule, Rules: w.Rules, GraceDays: w.GraceDays, Alternatives: w.Alternatives}
	if w.Phrase != "" {
		d.Phrase = &w.Phrase
	}
	if w.Latest == 0 && w.Class == deadline.ClassNone {
		d.Earliest = 0
	}
	return d
}

// stated is when a draft was said: the article's moment, or an earlier day that
// its sentence names.
func (a *Article) stated(found *draft.Draft) claims.Moment {
	if found.Said == 0 || found.Said == a.StatedOn.Day() {
		return a.StatedOn
	}
	return claims.Moment(found.Said.String())
}

// Claim is a draft as the draft of a claim, its window and hedge settled and not
// accepted.
func (a *Article) Claim(found *draft.Draft) claims.Draft {
	window := claims.ReadWindow(found.Window, cmp.Or(a.Rules, deadline.Version), a.Zone)
	confidence := claims.ReadHedge(found.Hedge, a.Lexicon)
	window.Phrase, confidence.Words = unwrapped(window.Phrase), unwrapped(confidence.Words)
	d := claims.Draft{Statement: clean.Line(found.Statement), Quote: unwrapped(found.Quote), WordsBy: claims.ByReport, Language: "en", Speaker: found.Speaker,
		StatedOn: string(a.stated(found)), Condition: unwrapped(found.Condition), Polarity: claims.Will, Type: claims.Type(found.Type), Window: &window, Hedge: &confidence}
	d.SpeakerKind = claims.SpeakerKind(cmp.Or(claims.KindOf(found.Speaker), claims.SpeakerKind(found.SpeakerKind)))
	if found.Speaker == a.Source {
		d.SpeakerKind = claims.Outlet
	}
	if found.Spoken {
		d.WordsBy = claims.BySpeaker
	}
	if found.WillNot {
		d.Polarity = claims.WillNot
	}
	for _, l := range found.Chain {
		d.Attribution = append(d.Attribution, claims.Link{Entity: l.Entity, Role: claims.Role(l.Role)})
	}
	d.Drafted = claims.Drafted{SHA256: a.SHA256, Start: found.Span.Start, End: found.Span.End, Rules: draft.Version}.String()
	d.Appearances = []claims.Appearance{{Source: a.Source, URL: a.URL, Title: a.Title, PublishedOn: a.StatedOn.Day(), SHA256: a.SHA256}}
	return d
}

// unwrapped is words of an article without the line breaks that only end its
// lines.
func unwrapped(words string) string { return strings.Join(strings.Fields(words), " ") }
