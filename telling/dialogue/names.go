package dialogue

import (
	"slices"

	"tracker/claims"
	"tracker/telling/report"
)

// Spelled is a name of a claim that the book may know otherwise. Kind is
// speaker, source or event.
type Spelled struct{ Kind, Name, Near string }

// namesOf are the names of a draft, where they stand.
func namesOf(d *claims.Draft) map[string][]*string {
	names := map[string][]*string{"speaker": {&d.Speaker}, "event": {&d.Event}}
	d.Appearances = slices.Clone(d.Appearances)
	for i := range d.Appearances {
		names["source"] = append(names["source"], &d.Appearances[i].Source)
	}
	return names
}

// nameKinds are the kinds of names in the order they are told of.
var nameKinds = []string{"speaker", "source", "event"}

// Misspelt asks on a terminal about names of d that are new and near one that
// the book has, and takes what was meant. Near finds those. It returns the
// names that nobody was asked about.
func (g *Dialogue) Misspelt(d *claims.Draft, near func(kind, name string) ([]string, error)) ([]Spelled, error) {
	var unasked []Spelled
	names := namesOf(d)
	for _, kind := range []string{"speaker", "event", "source"} {
		for _, name := range names[kind] {
			if *name == "" {
				continue
			}
			found, err := near(kind, *name)
			if err != nil {
				return nil, err
			}
			if len(found) == 0 {
				continue
			}
			if !g.TTYIn {
				unasked = append(unasked, Spelled{kind, *name, found[0]})
				continue
			}
			meant, err := g.Confirm("The book has no " + kind + " “" + *name + "”. Is it “" + found[0] + "”?")
			if err != nil {
				return nil, err
			}
			if meant {
				*name = found[0]
			}
		}
	}
	return unasked, nil
}

// WarnMisspelt says of new names that they are near others.
func (g *Dialogue) WarnMisspelt(list []Spelled) {
	for _, s := range list {
		g.Sayf("warning: the %s “%s” is new, and near “%s”", s.Kind, s.Name, s.Near)
		g.Sayf("hint: if they are one, tracker %s merge %q %q", s.Kind, s.Name, s.Near)
	}
}

// WarnMixed warns of names of a claim that mix alphabets, and offers to merge
// each with the name of the book that it looks like.
func (g *Dialogue) WarnMixed(c claims.Claim, all func(kind string) ([]string, error)) error {
	d := claims.Draft{Speaker: c.Speaker, Event: c.Event, Appearances: c.Appearances}
	names := namesOf(&d)
	for _, kind := range nameKinds {
		for _, name := range names[kind] {
			text := report.MixedName(kind, *name)
			if text == "" {
				continue
			}
			g.Sayf("%s", text)
			list, err := all(kind)
			if err != nil {
				return err
			}
			twin := slices.IndexFunc(list, func(n string) bool { return n != *name && claims.LookAlike(n) == claims.LookAlike(*name) })
			if twin >= 0 {
				g.Sayf("hint: if they are one, tracker %s merge %q %q", kind, *name, list[twin])
			}
		}
	}
	return nil
}
