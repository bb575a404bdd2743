package claims

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"tracker/calendar"
	"tracker/reading/date"
)

// Filter says which claims are meant. The zero value means every claim that
// is not withdrawn.
type Filter struct {
	Speakers, Sources, Events []string // each a part of the name, all must match
	Tags, NotTags             []string
	Hedges                    []string
	Classes                   []string
	Polarity                  Polarity
	Types                     []Type
	Standings                 []Standing // judged by By
	By                        Judging
	Outcomes                  []Outcome
	Statuses                  []Status
	IDs                       []ID
	Keys                      []string
	StatedFrom, StatedTo      calendar.Day // both inclusive, 0 for open
	DueFrom, DueTo            calendar.Day // the last day of the window, likewise
	LoggedFrom, LoggedTo      calendar.Day // UTC days, likewise
	Words                     []string     // all must occur in statement, quote or notes
}

// FilterKeys lists what may stand before the colon of a filter.
var FilterKeys = []string{"speaker", "source", "event", "tag", "hedge", "class", "polarity", "type", "standing", "outcome", "status", "id", "key",
	"stated.after", "stated.before", "due.after", "due.before", "logged.after", "logged.before", "text"}

// MaxFilters is how many filters may be given at a time.
const MaxFilters = 500

// ParseFilter reads filter arguments: key:value, +tag, -tag, and plain words.
// Before and after leave out the day itself.
func ParseFilter(args []string, o date.Options) (Filter, error) {
	var f Filter
	if len(args) > MaxFilters {
		return f, (&Error{Kind: Usage, Msg: fmt.Sprintf("%d filters are too many", len(args))}).
			WithHint("at most %d at a time; several ids or keys may be asked for in turn", MaxFilters)
	}
	for _, arg := range args {
		if err := Text("filter", arg, MaxText); err != nil {
			return f, err
		}
		if err := f.term(strings.TrimSpace(arg), o); err != nil {
			return f, err
		}
	}
	return f, nil
}

func (f *Filter) term(arg string, o date.Options) error {
	if tag, ok := strings.CutPrefix(arg, "+"); ok && tag != "" {
		f.Tags = append(f.Tags, tag)
		return nil
	}
	if tag, ok := strings.CutPrefix(arg, "-"); ok && tag != "" {
		f.NotTags = append(f.NotTags, tag)
		return nil
	}
	key, value, ok := strings.Cut(arg, ":")
	value = unquoted(value)
	if !ok || strings.ContainsAny(key, " \t\"") || strings.HasPrefix(value, "//") {
		if arg != "" {
			f.Words = append(f.Words, arg)
		}
		return nil
	}
	if !slices.Contains(FilterKeys, key) {
		return (&Error{Kind: Usage, Msg: "no filter is called " + quoted(key)}).
			WithHint("one of %s; to look for the words write text:%s", strings.Join(FilterKeys, ", "), short(arg))
	}
	if value == "" {
		return (&Error{Kind: Usage, Msg: "filter " + key + ": is empty"}).WithHint("for example %s", example(key))
	}
	return f.set(key, value, o)
}

// unquoted is a value without the quotation marks that searches elsewhere want
// around several words.
func unquoted(value string) string {
	for _, marks := range [][2]string{{`"`, `"`}, {"“", "”"}} {
		if rest, ok := strings.CutPrefix(value, marks[0]); ok {
			if inner, ok := strings.CutSuffix(rest, marks[1]); ok {
				return inner
			}
		}
	}
	return value
}

// set applies one key:value pair; key is one of FilterKeys.
func (f *Filter) set(key, value string, o date.Options) error {
	switch key {
	case "speaker":
		f.Speakers = append(f.Speakers, value)
	case "source":
		f.Sources = append(f.Sources, value)
	case "event":
		f.Events = append(f.Events, value)
	case "tag":
		f.Tags = append(f.Tags, value)
	case "hedge":
		f.Hedges = append(f.Hedges, value)
	case "class":
		f.Classes = append(f.Classes, value)
	case "key":
		f.Keys = append(f.Keys, value)
	case "text":
		f.Words = append(f.Words, value)
	case "id":
		id, err := ParseID(value)
		f.IDs = append(f.IDs, id)
		return err
	case "polarity":
		f.Polarity = Polarity(value)
		return oneOf(key, f.Polarity, []Polarity{Will, WillNot})
	case "type":
		f.Types = append(f.Types, Type(value))
		return oneOf(key, Type(value), Types)
	case "standing":
		s := readStanding(value)
		f.Standings = append(f.Standings, s)
		return orKey(oneOf(key, s, Standings), "status", Status(value), Statuses)
	case "outcome":
		f.Outcomes = append(f.Outcomes, Outcome(value))
		return oneOf(key, Outcome(value), Outcomes)
	case "status":
		f.Statuses = append(f.Statuses, Status(value))
		return orKey(oneOf(key, Status(value), Statuses), "standing", readStanding(value), Standings)
	default:
		return f.day(key, value, o)
	}
	return nil
}

// day applies one of the .after and .before keys.
func (f *Filter) day(key, value string, o date.Options) error {
	o.Lean = date.Past
	if strings.HasPrefix(key, "due.") {
		o.Lean = date.Future
	}
	d, err := date.Read(value, o)
	if err != nil {
		return (&Error{Kind: Usage, Msg: key + ": " + err.Error()}).WithHint("%s", example(key))
	}
	switch key {
	case "stated.after":
		f.StatedFrom = d + 1
	case "stated.before":
		f.StatedTo = d - 1
	case "due.after":
		f.DueFrom = d + 1
	case "due.before":
		f.DueTo = d - 1
	case "logged.after":
		f.LoggedFrom = d + 1
	case "logged.before":
		f.LoggedTo = d - 1
	}
	return nil
}

// Stands reports whether c stands at now as f asks; the store cannot say it
// in its own language.
func (f *Filter) Stands(c *Claim, now Instant) bool {
	if len(f.Standings) == 0 {
		return true
	}
	s, _ := c.Standing(now, f.By)
	return slices.Contains(f.Standings, s)
}

func oneOf[T ~string](key string, v T, all []T) error {
	if slices.Contains(all, v) {
		return nil
	}
	return (&Error{Kind: Usage, Msg: key + ": " + quoted(string(v)) + " is not one"}).WithHint("one of %s", join(all))
}

// orKey hints at the key to which a refused value belongs.
func orKey[T ~string](refused error, key string, v T, all []T) error {
	var e *Error
	if errors.As(refused, &e) && slices.Contains(all, v) {
		return e.WithHint("%s:%s", key, v)
	}
	return refused
}

// readStanding reads a standing as it is kept or as people see it: "kept
// late", "no side taken".
func readStanding(s string) Standing {
	s = strings.Join(strings.Fields(strings.ReplaceAll(s, "-", " ")), "-")
	if s == "no-side-taken" {
		return StandsNoSide
	}
	return Standing(s)
}

func example(key string) string {
	if strings.Contains(key, ".") {
		return key + ":2025-09-01"
	}
	return key + ":NAME"
}

// TypedWords are filters as they are typed, in quotation marks where they need
// them.
func TypedWords(args []string) string {
	words := make([]string, len(args))
	for i, a := range args {
		if words[i] = a; strings.ContainsAny(a, " \t'`$&|;<>()*?!#\\") {
			words[i] = strconv.Quote(a)
		}
	}
	return strings.Join(words, " ")
}

func quoted(s string) string { return `"` + short(s) + `"` }
