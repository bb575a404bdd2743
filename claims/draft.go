package claims

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// Draft is a claim as somebody gives it: on the command line, by answering
// questions, or as a line of a file. Only Statement and Speaker are required.
type Draft struct {
	UID         UID
	Key         string
	Statement   string
	Quote       string
	WordsBy     WordsBy // "" is BySpeaker
	Language    string
	Speaker     string
	SpeakerKind SpeakerKind
	Attribution []Link
	Appearances []Appearance
	StatedOn    string // a day or an instant; "" is today
	LoggedAt    Instant
	Event       string
	Tags        []string
	Criterion   string
	Condition   string   // "" is read from the words of a new claim, unless Firm
	Polarity    Polarity // "" is read from the words
	Type        Type     // likewise, unless window and hedge are settled
	BaselineP   *float64
	BaselineOn  calendar.Day
	LoggedBy    string
	Notes       string

	Phrase   string  // the words of the deadline; "" reads them out of quote or statement
	Field    bool    // Phrase answers "by when", so that a bare date means by it
	Window   *Window // days that are already settled; wins over Phrase
	Zone     string  // "" is the reader's
	Grace    *int    // days; nil is the rule's
	Accepted *bool   // nil: true for given days, false for read ones

	HedgeWords string // "" reads them out of quote or statement
	Hedge      *Hedge // numbers that are already settled; wins over HedgeWords

	Supersedes, Repeats UID
	SnoozedUntil        calendar.Day
	Withdrawn, Disputed string
	Proposed            []Proposal
	Drafted             string // see Drafted; "" for a claim that was not read out of a file

	Firm  bool // without a condition, whatever the words say
	Fold  bool // the later of two instants with the same local time
	Force bool // allow a statement from the future
}

// Reader turns drafts into claims: it reads windows and hedges out of the
// words and applies every rule.
type Reader struct {
	Deadlines *deadline.Reader
	Rules     string // what Deadlines reads by, as windows record it; "" is deadline.Version
	Hedges    *hedge.Lexicon
	Zone      *time.Location
	Actor     string
}

// Draft returns c as a draft that Claim turns into c again, its window and
// hedge settled.
func (c Claim) Draft() Draft {
	d := c.Given()
	d.Window, d.Zone, d.Hedge = &c.Window, c.Window.Zone, &c.Hedge
	d.Type, d.WordsBy = cmp.Or(c.Type, Forecast), cmp.Or(c.WordsBy, BySpeaker)
	d.Field = c.Window.Rule == deadline.RuleField
	return d
}

// Claim checks d, reads what it leaves to the words, and returns the claim,
// still without ID, UID and verdict, and remarks for whoever logs it. The
// error is a refusal: one *Error, or Problems with every one found.
func (r *Reader) Claim(d Draft, now Instant) (Claim, []string, error) {
	var ps Problems
	var remarks []string
	c := r.plain(d, now, &ps)

	zone := r.Zone
	if d.Zone != "" {
		loc, err := Zone(d.Zone)
		if err != nil {
			return c, nil, append(ps, err.(*Error)).Err()
		}
		zone = loc
	}
	m, note, err := statedOn(d, zone, now)
	if err != nil {
		return c, nil, append(ps, err.(*Error)).Err()
	}
	c.StatedOn = m
	if note != "" {
		remarks = append(remarks, note)
	}
	if future(m, zone, now) && !d.Force {
		ps.add(Refuse("stated_on", "%s is in the future", m).WithHint("--force logs it all the same and records that"))
	}
	c.Forced = d.Force
	said := deadline.Said{On: m.Day(), At: m.Time()}
	if !said.At.IsZero() {
		said.At = said.At.In(zone)
	}
	w, werr := r.window(d, said, zone)
	ps.add(werr)
	if c.Window = w; w.Unread() && strings.TrimSpace(d.Phrase) != "" {
		remarks = append(remarks, fmt.Sprintf("no time could be read from %q", short(w.Phrase)))
	}
	ps.add(c.baselineDay())
	ps.add(r.confidence(d, &c))
	r.kind(d, &c)
	return c, remarks, ps.Err()
}

// plain copies and checks what needs no reading.
func (r *Reader) plain(d Draft, now Instant, ps *Problems) Claim {
	c := d.Given()
	c.SpeakerKind = cmp.Or(c.SpeakerKind, KindOf(c.Speaker))
	for i := range Members {
		if text, ok := Members[i].Addr(&c).(*string); ok && Members[i].Draft != nil {
			ps.add(Members[i].keep(text))
		}
	}
	if c.Drafted != "" {
		if _, err := ReadDrafted(c.Drafted); err != nil {
			ps.add(err.(*Error))
		}
	}
	for i := range c.Proposed {
		c.Proposed[i].kept(ps)
		if !slices.Contains(Outcomes, c.Proposed[i].Outcome) {
			ps.add(Refuse("proposed", "%q is not an outcome", short(string(c.Proposed[i].Outcome))).WithHint("yes, no, partial, unclear or void"))
		}
	}
	c.leaveUnsaid()
	c.LoggedAt, c.LoggedBy = cmp.Or(c.LoggedAt, now), cmp.Or(c.LoggedBy, Name(r.Actor))
	if c.Language != "en" && !reLanguage().MatchString(c.Language) {
		ps.add(Refuse("language", "%q is not a language tag", short(c.Language)).WithHint("for example en, de or pt-BR"))
	}
	ps.add(c.baseline())
	if c.Supersedes != "" && c.Repeats != "" {
		ps.add(Refuse("supersedes", "a claim supersedes another or repeats it, not both").WithHint("keep one of the two"))
	}
	c.provenance(ps)
	return c
}

// leaveUnsaid empties what says no more than its being empty does, so that
// entries of claims that older programs knew stay as these wrote them.
func (c *Claim) leaveUnsaid() {
	if c.Type == Forecast {
		c.Type = ""
	}
	if c.WordsBy == BySpeaker {
		c.WordsBy = ""
	}
}

// provenance checks attribution, appearances and tags and brings them into
// the form in which they are kept, without touching the draft's own.
func (c *Claim) provenance(ps *Problems) {
	c.Attribution = append(make([]Link, 0, len(c.Attribution)), c.Attribution...)
	for i := range c.Attribution {
		keepTexts(&c.Attribution[i], LinkMembers, "attribution", ps)
	}
	c.Appearances = append(make([]Appearance, 0, len(c.Appearances)), c.Appearances...)
	for i := range c.Appearances {
		c.Appearances[i].keep(ps)
	}
	tags := make([]string, 0, len(c.Tags))
	for _, t := range c.Tags {
		t = Name(strings.TrimPrefix(t, "+"))
		ps.add(checkTag(t))
		tags = append(tags, t)
	}
	slices.Sort(tags)
	c.Tags = slices.Compact(tags)
}

// keep checks a place of publication and brings it into the form in which it is
// kept.
func (a *Appearance) keep(ps *Problems) {
	keepTexts(a, AppearanceMembers, "", ps)
	ps.add(checkURL("url", a.URL))
	ps.add(checkURL("archive_url", a.ArchiveURL))
	if a.SHA256 != "" && !reSHA256().MatchString(a.SHA256) {
		ps.add(Refuse("sha256", "%q is not 64 hexadecimal digits", short(a.SHA256)).WithHint("as sha256sum prints them"))
	}
}

// statedOn reads the moment of the statement; today when none is given.
func statedOn(d Draft, zone *time.Location, now Instant) (Moment, string, error) {
	if strings.TrimSpace(d.StatedOn) == "" {
		return Moment(calendar.Of(now.Time(zone)).String()), "", nil
	}
	return ParseMoment(d.StatedOn, zone, d.Fold)
}

// future reports whether m lies after now.
func future(m Moment, zone *time.Location, now Instant) bool {
	if t := m.Time(); !t.IsZero() {
		return At(t) > now
	}
	return m.Day() > calendar.Of(now.Time(zone))
}

// GivenWindow returns the settled window of days that a person typed.
func (r *Reader) GivenWindow(phrase string, rel deadline.Relation, earliest, latest calendar.Day) *Window {
	w := givenWindow(phrase, rel, earliest, latest, r.Zone)
	return &w
}

func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = fmt.Sprint(w)
	}
	return strings.Join(words, ", ")
}
