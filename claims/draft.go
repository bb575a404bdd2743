package claims

import (
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
	Condition   string
	Polarity    Polarity // "" is read from the words
	BaselineP   *float64
	LoggedBy    string
	Notes       string

	Phrase   string  // the words of the deadline; "" reads them out of quote or statement
	Window   *Window // days that are already settled; wins over Phrase
	Zone     string  // "" is the reader's
	Grace    *int    // days; nil is the rule's
	Accepted *bool   // nil: true for given days, false for read ones

	HedgeWords string // "" reads them out of quote or statement
	Hedge      *Hedge // numbers that are already settled; wins over HedgeWords

	Supersedes, Repeats UID
	SnoozedUntil        calendar.Day
	Withdrawn, Disputed string

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
	return Draft{
		UID: c.UID, Key: c.Key, Statement: c.Statement, Quote: c.Quote, Language: c.Language,
		Speaker: c.Speaker, SpeakerKind: c.SpeakerKind, Attribution: c.Attribution, Appearances: c.Appearances,
		StatedOn: string(c.StatedOn), LoggedAt: c.LoggedAt, Event: c.Event, Tags: c.Tags,
		Criterion: c.Criterion, Condition: c.Condition, Polarity: c.Polarity, BaselineP: c.BaselineP,
		LoggedBy: c.LoggedBy, Notes: c.Notes, Window: &c.Window, Zone: c.Window.Zone, Hedge: &c.Hedge,
		Supersedes: c.Supersedes, Repeats: c.Repeats, SnoozedUntil: c.SnoozedUntil,
		Withdrawn: c.Withdrawn, Disputed: c.Disputed, Force: c.Forced,
	}
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
	c.Window = w
	ps.add(r.confidence(d, &c))
	return c, remarks, ps.Err()
}

// plain copies and checks what needs no reading.
func (r *Reader) plain(d Draft, now Instant, ps *Problems) Claim {
	c := Claim{
		UID: d.UID, Key: Name(d.Key), Statement: strings.TrimSpace(d.Statement), Quote: strings.TrimSpace(d.Quote),
		Language: orElse(d.Language, "en"), Speaker: Name(d.Speaker), SpeakerKind: orElse(d.SpeakerKind, Person),
		Attribution: make([]Link, 0, len(d.Attribution)), Appearances: make([]Appearance, 0, len(d.Appearances)),
		LoggedAt: orElse(d.LoggedAt, now), Event: Name(d.Event), Tags: make([]string, 0, len(d.Tags)),
		Criterion: strings.TrimSpace(d.Criterion), Condition: strings.TrimSpace(d.Condition),
		Polarity: d.Polarity, BaselineP: d.BaselineP, LoggedBy: Name(orElse(d.LoggedBy, r.Actor)),
		Notes: d.Notes, Supersedes: d.Supersedes, Repeats: d.Repeats, SnoozedUntil: d.SnoozedUntil,
		Withdrawn: d.Withdrawn, Disputed: d.Disputed,
	}
	ps.add(required("statement", d.Statement, MaxText))
	ps.add(required("speaker", d.Speaker, MaxName))
	for _, t := range []struct {
		field, s string
		limit    int
	}{{"key", d.Key, MaxName}, {"quote", d.Quote, MaxText}, {"event", d.Event, MaxName}, {"criterion", d.Criterion, MaxText},
		{"condition", d.Condition, MaxText}, {"logged_by", d.LoggedBy, MaxName}, {"notes", d.Notes, MaxText},
		{"withdrawn", d.Withdrawn, MaxText}, {"disputed", d.Disputed, MaxText}} {
		ps.add(Text(t.field, t.s, t.limit))
	}
	if c.Language != "en" && !reLanguage().MatchString(c.Language) {
		ps.add(Refuse("language", "%q is not a language tag", short(c.Language)).WithHint("for example en, de or pt-BR"))
	}
	if !slices.Contains([]SpeakerKind{Person, Institution, Outlet, Anonymous}, c.SpeakerKind) {
		ps.add(Refuse("speaker_kind", "%q is not a kind of speaker", short(string(c.SpeakerKind))).
			WithHint("person, institution, outlet or anonymous"))
	}
	if c.Polarity != "" && c.Polarity != Will && c.Polarity != WillNot {
		ps.add(Refuse("polarity", "%q is not a polarity", short(string(c.Polarity))).WithHint("will or will-not"))
	}
	if p := c.BaselineP; p != nil && !(0 <= *p && *p <= 1) {
		ps.add(Refuse("baseline_p", "%v is not between 0 and 1", *p).WithHint("for example 0.25 or 25%%"))
	}
	if c.Supersedes != "" && c.Repeats != "" {
		ps.add(Refuse("supersedes", "a claim supersedes another or repeats it, not both").WithHint("keep one of the two"))
	}
	c.provenance(d, ps)
	return c
}

// provenance copies and checks attribution, appearances and tags.
func (c *Claim) provenance(d Draft, ps *Problems) {
	for _, l := range d.Attribution {
		ps.add(required("attribution", l.Entity, MaxName))
		if !slices.Contains([]Role{Origin, Relay, Publisher}, l.Role) {
			ps.add(Refuse("attribution", "%q is not a role", short(string(l.Role))).WithHint("origin, relay or publisher"))
		}
		c.Attribution = append(c.Attribution, Link{Name(l.Entity), l.Role})
	}
	for _, a := range d.Appearances {
		ps.add(required("source", a.Source, MaxName))
		ps.add(Text("title", a.Title, MaxText))
		ps.add(checkURL("url", a.URL))
		ps.add(checkURL("archive_url", a.ArchiveURL))
		if a.SHA256 != "" && !reSHA256().MatchString(a.SHA256) {
			ps.add(Refuse("sha256", "%q is not 64 hexadecimal digits", short(a.SHA256)).WithHint("as sha256sum prints them"))
		}
		a.Source = Name(a.Source)
		c.Appearances = append(c.Appearances, a)
	}
	for _, t := range d.Tags {
		t = Name(strings.TrimPrefix(t, "+"))
		ps.add(checkTag(t))
		c.Tags = append(c.Tags, t)
	}
	slices.Sort(c.Tags)
	c.Tags = slices.Compact(c.Tags)
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

func orElse[T comparable](v, fallback T) T {
	var zero T
	if v == zero {
		return fallback
	}
	return v
}

func join[T ~string](list []T) string {
	words := make([]string, len(list))
	for i, w := range list {
		words[i] = fmt.Sprint(w)
	}
	return strings.Join(words, ", ")
}
