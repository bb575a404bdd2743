package claims

import "strings"

// Kept checks a claim as a journal has it, by the rules of its texts that no
// release has ever let anybody break: their length, their bytes, the web
// addresses. Rules that are newer are for check to report.
func (c *Claim) Kept() error {
	var ps Problems
	for _, t := range []struct {
		field, s string
		limit    int
		needed   bool
	}{{"statement", c.Statement, MaxText, true}, {"speaker", c.Speaker, MaxName, true}, {"key", c.Key, MaxName, false},
		{"quote", c.Quote, MaxText, false}, {"event", c.Event, MaxName, false}, {"criterion", c.Criterion, MaxText, false},
		{"condition", c.Condition, MaxText, false}, {"notes", c.Notes, MaxText, false}, {"language", c.Language, MaxName, false},
		{"withdrawn", c.Withdrawn, MaxText, false}, {"disputed", c.Disputed, MaxText, false}, {"window.phrase", c.Window.Phrase, MaxText, false},
		{"hedge.words", c.Hedge.Words, MaxText, false}, {"drafted", c.Drafted, maxDrafted, false}} {
		ps.add(Text(t.field, t.s, t.limit))
		if t.needed && strings.TrimSpace(t.s) == "" {
			ps.add(Refuse(t.field, "is empty"))
		}
	}
	for _, l := range c.Attribution {
		ps.add(Text("attribution", l.Entity, MaxName))
	}
	for _, a := range c.Appearances {
		ps.add(Text("source", a.Source, MaxName))
		ps.add(Text("title", a.Title, MaxText))
		ps.add(checkURL("url", a.URL))
		ps.add(checkURL("archive_url", a.ArchiveURL))
	}
	for _, tag := range c.Tags {
		ps.add(checkTag(tag))
	}
	if v := c.Verdict; v != nil {
		ps.add(Text("note", v.Note, MaxText))
		ps.add(Text("by", v.By, MaxName))
		ps.add(checkEvidence(*v))
	}
	for i := range c.Proposed {
		c.Proposed[i].kept(&ps)
	}
	return ps.Err()
}

// Actor refuses what does not name who did something.
func Actor(name string) error {
	if err := required("actor", name, MaxName); err != nil {
		return err.WithHint("TRACKER_ACTOR or the configuration names who does it, in at most %d bytes", MaxName)
	}
	return nil
}
