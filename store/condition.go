package store

import (
	"fmt"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
)

// terms collects the parts of a WHERE clause with their arguments.
type terms struct {
	parts []string
	args  []any
}

func (w *terms) add(part string, args ...any) {
	w.parts, w.args = append(w.parts, part), append(w.args, args...)
}

// anyOf adds column IN (...) unless there is nothing to choose from.
func anyOf[T ~string | ~int64](w *terms, column string, list []T) {
	if len(list) == 0 {
		return
	}
	args := make([]any, len(list))
	for i, v := range list {
		switch v := any(v).(type) {
		case claims.ID:
			args[i] = int64(v)
		default:
			args[i] = fmt.Sprint(v)
		}
	}
	w.add(column+" IN (?"+strings.Repeat(", ?", len(args)-1)+")", args...)
}

// The names that contain a text, with all that mean the same: those they are
// merged into, and what else is merged into these.
const (
	entities = `(SELECT id FROM names WHERE coalesce(target, id) IN
		(SELECT coalesce(target, id) FROM names WHERE kind = 'entity' AND fold LIKE ? ESCAPE '\'))`
	events = `(SELECT id FROM names WHERE coalesce(target, id) IN
		(SELECT coalesce(target, id) FROM names WHERE kind = 'event' AND fold LIKE ? ESCAPE '\'))`
)

// condition is f as a WHERE clause. Every value is an argument; what people
// typed is matched literally.
func condition(f claims.Filter, now claims.Instant) (string, []any) {
	w := &terms{}
	if len(f.Statuses) == 0 && len(f.IDs) == 0 {
		w.add("c.withdrawn = ''")
	}
	for _, s := range f.Speakers {
		w.add("c.speaker IN "+entities, like(s))
	}
	for _, s := range f.Events {
		w.add("c.event IN "+events, like(s))
	}
	for _, s := range f.Sources {
		w.add("c.id IN (SELECT claim FROM appearances WHERE source IN "+entities+
			" UNION ALL SELECT claim FROM attribution WHERE role <> 'origin' AND entity IN "+entities+")", like(s), like(s))
	}
	for _, t := range f.Tags {
		w.add("c.id IN (SELECT claim FROM tags WHERE tag = ?)", t)
	}
	for _, t := range f.NotTags {
		w.add("c.id NOT IN (SELECT claim FROM tags WHERE tag = ?)", t)
	}
	anyOf(w, "c.hedge_words", f.Hedges)
	anyOf(w, "c.class", f.Classes)
	if len(f.Keys) > 0 {
		w.add("c.key <> ''") // as the index of keys has it
	}
	anyOf(w, "c.key", f.Keys)
	anyOf(w, "c.id", f.IDs)
	anyOf(w, "v.outcome", f.Outcomes)
	if f.Polarity != "" {
		w.add("c.polarity = ?", string(f.Polarity))
	}
	w.types(f.Types)
	w.statuses(f.Statuses, now)
	w.days(f)
	for _, word := range f.Words {
		w.add("(c.statement LIKE ? ESCAPE '\\' OR c.quote LIKE ? ESCAPE '\\' OR c.notes LIKE ? ESCAPE '\\')",
			likeWord(word), likeWord(word), likeWord(word))
	}
	if len(w.parts) == 0 {
		w.add("true")
	}
	return "WHERE " + strings.Join(w.parts, " AND "), w.args
}

// types adds the types asked for; a claim that does not say is a forecast.
func (w *terms) types(list []claims.Type) {
	kept := make([]string, len(list))
	for i, t := range list {
		if t != claims.Forecast {
			kept[i] = string(t)
		}
	}
	anyOf(w, "c.type", kept)
}

// statuses adds one alternative for each status asked for.
func (w *terms) statuses(list []claims.Status, now claims.Instant) {
	const unresolved = "c.verdict IS NULL AND c.withdrawn = ''"
	var parts []string
	for _, s := range list {
		switch s {
		case claims.Withdrawn:
			parts = append(parts, "c.withdrawn <> ''")
		case claims.Disputed:
			parts = append(parts, "c.verdict IS NOT NULL AND c.disputed <> '' AND c.withdrawn = ''")
		case claims.Resolved:
			parts = append(parts, "c.verdict IS NOT NULL AND c.disputed = '' AND c.withdrawn = ''")
		case claims.Due:
			parts = append(parts, unresolved+" AND c.ask_at <= ?")
			w.args = append(w.args, int64(now))
		case claims.Snoozed:
			parts = append(parts, unresolved+" AND c.wakes_at > ?")
			w.args = append(w.args, int64(now))
		case claims.Open:
			parts = append(parts, unresolved+" AND coalesce(c.due_at > ?, true) AND coalesce(c.wakes_at <= ?, true)")
			w.args = append(w.args, int64(now), int64(now))
		}
	}
	if len(parts) > 0 {
		w.parts = append(w.parts, "("+strings.Join(parts, " OR ")+")")
	}
}

// days adds the bounds on dates.
func (w *terms) days(f claims.Filter) {
	for _, b := range []struct {
		part string
		day  calendar.Day
	}{
		{"c.stated_on >= ?", f.StatedFrom}, {"substr(c.stated_on, 1, 10) <= ?", f.StatedTo},
		{"c.latest >= ?", f.DueFrom}, {"c.latest <= ?", f.DueTo},
	} {
		if b.day != 0 {
			w.add(b.part, b.day.String())
		}
	}
	if f.LoggedFrom != 0 {
		w.add("c.logged_at >= ?", int64(claims.At(f.LoggedFrom.Start(time.UTC))))
	}
	if f.LoggedTo != 0 {
		w.add("c.logged_at < ?", int64(claims.At((f.LoggedTo + 1).Start(time.UTC))))
	}
}

var likeEscape = strings.NewReplacer(`\`, `\\`, `%`, `\%`, `_`, `\_`)

// like matches names that contain s, whatever its case.
func like(s string) string { return "%" + likeEscape.Replace(claims.Fold(claims.Name(s))) + "%" }

// likeWord matches texts that contain s; case counts beyond ASCII.
func likeWord(s string) string { return "%" + likeEscape.Replace(s) + "%" }
