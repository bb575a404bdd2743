package claims

import (
	"reflect"
	"slices"
	"strings"

	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// Clearable lists the members that a claim can do without.
var Clearable = []string{"quote", "words_by", "event", "tags", "criterion", "condition", "type", "hedge", "window", "baseline_p", "notes", "key",
	"attribution", "appearances", "supersedes", "repeats", "snoozed_until"}

// otherNames are the names of flags for members that are called otherwise.
var otherNames = map[string]string{"if": "condition", "tag": "tags", "deadline": "window", "by": "window", "p": "hedge", "baseline": "baseline_p",
	"source": "appearances"}

// memberOfFlag is the member that a flag is about.
func memberOfFlag(name string) string {
	name = strings.ReplaceAll(strings.TrimPrefix(name, "--"), "-", "_")
	if other, ok := otherNames[name]; ok {
		return other
	}
	return name
}

// Emptied says of a flag with an empty text that it changes nothing about the
// claim ref, and what would, where the claim can do without it.
func Emptied(flag, ref string) string {
	text := "an empty --" + flag + " changes nothing"
	if slices.Contains(Clearable, memberOfFlag(flag)) {
		text += "; tracker amend " + ref + " --clear " + flag + " takes away what is there"
	}
	return text
}

// Clear takes a member away from d, so that nothing is read in its place
// either. The error is a refusal.
func (d *Draft) Clear(name string) error {
	name = memberOfFlag(name)
	if !slices.Contains(Clearable, name) {
		return Refuse("clear", "%q cannot be taken away", short(name)).WithHint("one of %s", strings.Join(Clearable, ", "))
	}
	switch name {
	case "baseline_p":
		d.BaselineOn = 0
	case "hedge":
		d.Hedge, d.HedgeWords = &Hedge{Kind: hedge.None}, ""
		return nil
	case "window":
		d.Phrase, d.Window = "", &Window{Zone: d.Zone, Class: deadline.ClassNone, Relation: deadline.NoBound, Granularity: deadline.NoGranularity,
			Rule: RuleGiven, Alternatives: []deadline.Alternative{}}
		return nil
	}
	for i := range Members {
		if m := &Members[i]; m.Name == name {
			reflect.ValueOf(m.Draft(d)).Elem().SetZero()
		}
	}
	return nil
}

// Clear takes a member away from d as d.Clear does. What words of confidence
// denied by themselves is then denied by the polarity.
func (r *Reader) Clear(d *Draft, name string) error {
	words := d.HedgeWords
	switch {
	case d.Hedge != nil:
		words = d.Hedge.Words
	case words == "":
		words = r.Hedges.FindFor(d.Quote, d.Statement).Words
	}
	denied := words != "" && r.Hedges.Read(words).Negative
	err := d.Clear(name)
	if denied && d.Hedge != nil && d.Hedge.Words == "" {
		d.Polarity = WillNot
	}
	return err
}

// Retag returns tags as given change them: +x adds, -x takes away, and plain
// tags replace them all.
func Retag(tags, given []string) []string {
	var plain []string
	out := slices.Clone(tags)
	for _, t := range given {
		switch {
		case strings.HasPrefix(t, "+"):
			out = append(out, t[1:])
		case strings.HasPrefix(t, "-"):
			out = slices.DeleteFunc(out, func(have string) bool { return Fold(have) == Fold(Name(t[1:])) })
		default:
			plain = append(plain, t)
		}
	}
	if plain == nil {
		return out
	}
	for _, t := range given {
		if strings.HasPrefix(t, "+") {
			plain = append(plain, t[1:])
		}
	}
	return plain
}
