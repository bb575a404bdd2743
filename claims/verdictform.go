package claims

import (
	"slices"
	"strings"

	"tracker/reading/date"
)

// VerdictForm is what a person filled in of a verdict, each part as it was
// typed; what is empty was not given.
type VerdictForm struct {
	Outcome, On, Extent, Reason, Note, Early string
	Evidence                                 []string

	Dates func(lean date.Lean) date.Options    // how the day is read
	Take  func(typed string) (Evidence, error) // what a piece of evidence is taken as
}

// Verdict reads the form. Whether it fits a claim is for Claim.Judge.
func (f VerdictForm) Verdict() (v Verdict, err error) {
	v = Verdict{Outcome: Outcome(f.Outcome), Note: strings.TrimSpace(f.Note)}
	if !slices.Contains(Outcomes, v.Outcome) {
		return v, Mistyped("%q is not an outcome", f.Outcome).WithHint("yes, no, partial, unclear or void, behind the id: tracker resolve ID yes")
	}
	if f.Reason != "" {
		if v.Reason, err = ParseReason(f.Reason); err != nil {
			return v, err
		}
	}
	if f.On != "" {
		if v.Day, err = ReadDay("on", f.On, f.Dates(date.Past)); err != nil {
			return v, err
		}
	}
	if f.Extent != "" {
		x, err := ReadProbability("extent", f.Extent)
		if err != nil {
			return v, err
		}
		v.Extent = &x
	}
	switch f.Early {
	case "":
	case "yes", "no":
		good := f.Early == "yes"
		v.EarlyCounts = &good
	default:
		return v, Mistyped("--early-counts %q is neither yes nor no", f.Early).WithHint("--early-counts yes: earlier was as good as said")
	}
	for _, typed := range f.Evidence {
		x, err := f.Take(typed)
		if err != nil {
			return v, err
		}
		v.Evidence = append(v.Evidence, x)
	}
	return v, nil
}

// Over is a verdict with what the form says in the place of what it says; notes
// and evidence are added.
func (f VerdictForm) Over(v Verdict) (Verdict, error) {
	f.Outcome = string(v.Outcome)
	given, err := f.Verdict()
	if err != nil {
		return v, err
	}
	if given.Day != 0 {
		v.Day = given.Day
	}
	if given.Reason != "" {
		v.Reason = given.Reason
	}
	if given.Extent != nil {
		v.Extent = given.Extent
	}
	v.EarlyCounts = given.EarlyCounts
	v.Note = strings.TrimSpace(v.Note + " " + given.Note)
	v.Evidence = append(v.Evidence, given.Evidence...)
	return v, nil
}
