package claims

import (
	"cmp"
	"slices"

	"tracker/reading/date"
)

// Form is what a person filled in of a claim, each member as it was typed: by
// flags, which also name the members to Given. Members that were not given
// leave a draft as it is.
type Form struct {
	Speaker, Kind, Said, Quote, Phrase, By, Window, Hedge, P         string
	Condition, Event, Criterion, Baseline, Notes, Key, Language      string
	Source, URL, Title, Published, Archive, Origin, Relay, Publisher string
	Tags                                                             []string
	Grace                                                            int
	Type, WordsBy                                                    string
	Will, WillNot, Accept, Fold, Force                               bool

	Given func(name string) bool            // whether a member was given, by its flag: "if", "by", "will-not"
	Dates func(lean date.Lean) date.Options // how the days among them are read
}

// Apply writes what was filled in over d.
func (f *Form) Apply(r *Reader, d *Draft) error {
	for _, m := range []struct {
		name, typed string
		into        *string
	}{
		{"speaker", f.Speaker, &d.Speaker}, {"quote", f.Quote, &d.Quote}, {"if", f.Condition, &d.Condition}, {"event", f.Event, &d.Event},
		{"criterion", f.Criterion, &d.Criterion}, {"notes", f.Notes, &d.Notes}, {"key", f.Key, &d.Key}, {"language", f.Language, &d.Language},
	} {
		if f.Given(m.name) {
			*m.into = m.typed
		}
	}
	if f.Given("kind") {
		d.SpeakerKind = SpeakerKind(f.Kind)
	}
	if f.Given("tag") {
		d.Tags = Retag(d.Tags, f.Tags)
	}
	if f.Given("type") {
		d.Type = Type(f.Type)
	}
	if f.Given("words-by") {
		d.WordsBy = WordsBy(f.WordsBy)
	}
	if f.Given("will") || f.Given("will-not") {
		d.Polarity = Will
		if f.WillNot || f.Given("will") && !f.Will {
			d.Polarity = WillNot
		}
	}
	d.Fold, d.Force = f.Fold, d.Force || f.Force
	if f.Given("said") {
		said, err := ReadStated(f.Said, f.Dates(date.Past))
		if err != nil {
			return err
		}
		d.StatedOn = said
	}
	if f.Given("baseline") {
		p, err := ReadProbability("baseline", f.Baseline)
		if err != nil {
			return err
		}
		d.BaselineP = &p
	}
	if err := f.applyWindow(r, d); err != nil {
		return err
	}
	return f.applyHedge(d)
}

// Appearance returns the place of publication the form names, if any.
func (f *Form) Appearance() (a Appearance, ok bool, err error) {
	if f.Source == "" {
		if f.URL+f.Title+f.Published+f.Archive != "" {
			return a, false, Mistyped("--url, --title, --published and --archive describe a --source").WithHint("add --source NAME")
		}
		return a, false, nil
	}
	a = Appearance{Source: f.Source, URL: f.URL, Title: f.Title, ArchiveURL: f.Archive}
	if f.Published != "" {
		if a.PublishedOn, err = ReadDay("published", f.Published, f.Dates(date.Past)); err != nil {
			return a, false, err
		}
	}
	return a, true, nil
}

// PublishedIn makes c appear in another place too, alsoIn, or describes the one
// where it does: what the form says of a place that nobody names is of the
// only one, or of the one with its address.
func (f *Form) PublishedIn(alsoIn string, c *Claim) error {
	if alsoIn != "" {
		f.Source = alsoIn
		a, _, err := f.Appearance()
		if err != nil {
			return err
		}
		return c.AlsoIn(a)
	}
	if f.URL+f.Title+f.Published+f.Archive == "" {
		return nil
	}
	i := slices.IndexFunc(c.Appearances, func(a Appearance) bool { return f.URL != "" && a.URL == f.URL })
	switch {
	case len(c.Appearances) == 0:
		return Refuse("", "claim %d has no source that could have it", c.ID).WithHint("tracker amend %d --also-in SOURCE --url URL", c.ID)
	case i < 0 && len(c.Appearances) > 1:
		return Refuse("", "claim %d appeared in %d places", c.ID, len(c.Appearances)).WithHint("add --url with the address of one: tracker show %d lists them", c.ID)
	}
	return f.describe(c, max(i, 0))
}

// describe gives a place of publication what the form says of it.
func (f *Form) describe(c *Claim, i int) error {
	c.Appearances = slices.Clone(c.Appearances)
	a := &c.Appearances[i]
	a.URL, a.Title, a.ArchiveURL = cmp.Or(f.URL, a.URL), cmp.Or(f.Title, a.Title), cmp.Or(f.Archive, a.ArchiveURL)
	if f.Published != "" {
		day, err := ReadDay("published", f.Published, f.Dates(date.Past))
		if err != nil {
			return err
		}
		a.PublishedOn = day
	}
	var ps Problems
	a.keep(&ps)
	return ps.Err()
}

// Links returns the chain the form names.
func (f *Form) Links() []Link {
	var links []Link
	for _, l := range []Link{{Entity: f.Origin, Role: Origin}, {Entity: f.Relay, Role: Relay},
		{Entity: f.Publisher, Role: Publisher}} {
		if l.Entity != "" {
			links = append(links, l)
		}
	}
	return links
}
