package store

import (
	"cmp"
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

// Set gives the event of a name a day, 0 for none.
func (d EventDates) Set(name string, day calendar.Day) {
	if day == 0 {
		delete(d, eventKey(name))
		return
	}
	d[eventKey(name)] = day
}

// EventNames returns all names of the event that one of them means, and only
// that one when the book does not have it.
func (b *Book) EventNames(ctx context.Context, name string) ([]string, error) {
	names := []string{name}
	err := each(ctx, b.reader, `SELECT n.name FROM names n JOIN names k ON coalesce(k.target, k.id) = coalesce(n.target, n.id)
		WHERE k.kind = 'event' AND k.fold = ?`, []any{claims.Fold(name)}, func(rows *sql.Rows) error {
		var name string
		err := rows.Scan(&name)
		names = append(names, name)
		return err
	})
	return names, b.explain(err)
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

// DatesWith returns the dates of a book as they are with an event on another
// day, 0 for none, and apart from them that event by all its names, on the day
// it was on when it is to have none.
func (b *Book) DatesWith(ctx context.Context, name string, day calendar.Day) (own, dates EventDates, err error) {
	names, err := b.EventNames(ctx, name)
	if err != nil {
		return nil, nil, err
	}
	if dates, err = b.EventDates(ctx); err != nil {
		return nil, nil, err
	}
	own = EventDates{}
	was, _ := dates.Lookup(name)
	for _, n := range names {
		own.Set(n, cmp.Or(day, was))
		dates.Set(n, day)
	}
	return own, dates, nil
}
