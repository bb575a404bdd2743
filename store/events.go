package store

import (
	"context"
	"database/sql"
	"strings"

	"tracker/calendar"
	"tracker/claims"
)

// EventDates are the dated events of a book.
type EventDates map[string]calendar.Day

// EventDates returns every event that has a date, by all of its names.
func (b *Book) EventDates(ctx context.Context) (EventDates, error) {
	dates := EventDates{}
	err := each(ctx, b.reader, `SELECT n.name, r.date FROM names n JOIN names r ON r.id = coalesce(n.target, n.id)
		WHERE n.kind = 'event' AND r.date IS NOT NULL`, nil, func(rows *sql.Rows) error {
		var name, date string
		if err := rows.Scan(&name, &date); err != nil {
			return err
		}
		d, err := parseDay(date)
		dates[eventKey(name)] = d
		return err
	})
	return dates, b.explain(err)
}

// Lookup returns the day of the event that some words name: its name, with
// or without "the", dashes read as spaces.
func (d EventDates) Lookup(words string) (calendar.Day, bool) {
	day, ok := d[eventKey(words)]
	return day, ok
}

func eventKey(name string) string {
	key := claims.Fold(claims.Name(strings.NewReplacer("-", " ", "_", " ").Replace(name)))
	return strings.TrimPrefix(key, "the ")
}
