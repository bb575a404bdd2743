package store

import (
	"cmp"
	"context"
	"database/sql"
	"fmt"
	"slices"

	"tracker/calendar"
	"tracker/claims"
)

// NameKind is what a name is a name of. An outlet is a speaker and a source
// under one name, and what changes that name changes it as both.
type NameKind string

const (
	Speakers NameKind = "speaker"
	Sources  NameKind = "source"
	Events   NameKind = "event"
)

// storedAs is the kind that the name has in its table.
func (k NameKind) storedAs() string {
	if k == Events {
		return event
	}
	return entity
}

// mentions are the queries that tell which claim mentions which name.
var mentions = map[NameKind]string{
	Speakers: `SELECT speaker AS name, id AS claim FROM claims`,
	Sources: `SELECT source AS name, claim FROM appearances
		UNION ALL SELECT entity, claim FROM attribution WHERE role <> 'origin'`,
	Events: `SELECT event AS name, id AS claim FROM claims WHERE event IS NOT NULL`,
}

// Named is a name as people see it, with all that means the same.
type Named struct {
	Name    string       `json:"name"`
	Claims  int          `json:"claims"`         // that mention it and are not withdrawn
	Date    calendar.Day `json:"date,omitempty"` // of an event that has one
	Aliases []string     `json:"aliases"`        // other names for it, in the order in which they came; never nil
}

// Called reports whether name is n or one of its aliases.
func (n Named) Called(name string) bool {
	same := func(s string) bool { return claims.Fold(s) == claims.Fold(name) }
	return same(n.Name) || slices.ContainsFunc(n.Aliases, same)
}

// NameList returns the names of a kind that claims mention, and events that
// are dated or have aliases, most claims first.
func (b *Book) NameList(ctx context.Context, kind NameKind) (list []Named, err error) {
	err = b.view(ctx, func(q querier) error {
		list, err = nameList(ctx, q, kind)
		return err
	})
	return list, err
}

// Misspelt returns the names that somebody who typed a name the book does not
// have may have meant; none for a name that it has.
func (b *Book) Misspelt(ctx context.Context, kind NameKind, name string) (near []string, err error) {
	err = b.view(ctx, func(q querier) error {
		var all []string
		err := each(ctx, q, `SELECT name FROM names WHERE kind = ? AND NOT EXISTS (SELECT 1 FROM names WHERE kind = ? AND fold = ?) ORDER BY id`,
			[]any{kind.storedAs(), kind.storedAs(), claims.Fold(claims.Name(name))}, func(rows *sql.Rows) error {
				var name string
				err := rows.Scan(&name)
				all = append(all, name)
				return err
			})
		near = claims.Misspelt(name, all)
		return err
	})
	return near, err
}

func nameList(ctx context.Context, q querier, kind NameKind) ([]Named, error) {
	counts := map[int64]int{}
	err := each(ctx, q, `SELECT coalesce(n.target, n.id), count(DISTINCT c.id) FROM (`+mentions[kind]+`) m
		JOIN names n ON n.id = m.name JOIN claims c ON c.id = m.claim WHERE c.withdrawn = '' GROUP BY 1`, nil, func(rows *sql.Rows) error {
		var id int64
		var n int
		err := rows.Scan(&id, &n)
		counts[id] = n
		return err
	})
	if err != nil {
		return nil, err
	}
	var list []Named
	place := map[int64]int{}
	err = each(ctx, q, `SELECT coalesce(target, id), name, target IS NOT NULL, coalesce(date, '') FROM names
		WHERE kind = ? ORDER BY target IS NOT NULL, id`, []any{kind.storedAs()}, func(rows *sql.Rows) error {
		var root int64
		var name, date string
		var alias bool
		if err := rows.Scan(&root, &name, &alias, &date); err != nil {
			return err
		}
		if alias {
			n := &list[place[root]]
			n.Aliases = append(n.Aliases, name)
			return nil
		}
		d, err := parseDay(date)
		place[root] = len(list)
		list = append(list, Named{Name: name, Claims: counts[root], Date: d, Aliases: []string{}})
		return err
	})
	list = slices.DeleteFunc(list, func(n Named) bool {
		return n.Claims == 0 && (kind != Events || n.Date == 0 && len(n.Aliases) == 0)
	})
	slices.SortStableFunc(list, func(a, b Named) int {
		return cmp.Or(cmp.Compare(b.Claims, a.Claims), cmp.Compare(claims.Fold(a.Name), claims.Fold(b.Name)))
	})
	return list, err
}

// Spellings are the names of a book as people see them.
type Spellings map[nameKey]string

// Spellings returns every name that the book has.
func (b *Book) Spellings(ctx context.Context) (Spellings, error) {
	all := Spellings{}
	err := each(ctx, b.reads(), `SELECT n.kind, n.fold, `+asShown("n")+` FROM names n`, nil,
		func(rows *sql.Rows) error {
			var k nameKey
			var name string
			err := rows.Scan(&k.kind, &k.fold, &name)
			all[k] = name
			return err
		})
	return all, b.explain(err)
}

// Shown returns what people see for a name; one that the book does not have
// stands for itself.
func (s Spellings) Shown(kind NameKind, name string) string {
	if seen, ok := s[nameKey{kind.storedAs(), claims.Fold(claims.Name(name))}]; ok {
		return seen
	}
	return name
}

// Names returns the names of a kind ("speaker", "source", "event", "tag")
// that contain a text, or have an alias that does, at most 200 of them.
func (b *Book) Names(ctx context.Context, kind, containing string) ([]string, error) {
	query, args := `SELECT DISTINCT tag FROM tags WHERE tag LIKE ? ESCAPE '\' ORDER BY tag LIMIT 200`, []any{like(containing)}
	if kind != "tag" {
		who := NameKind(kind)
		if mentions[who] == "" {
			return nil, fmt.Errorf("no kind of name is called %s", kind)
		}
		query, args = `SELECT DISTINCT r.name FROM names n JOIN names r ON r.id = coalesce(n.target, n.id)
			WHERE n.kind = ? AND n.fold LIKE ? ESCAPE '\' AND (r.date IS NOT NULL OR r.id IN
				(SELECT coalesce(g.target, g.id) FROM (`+mentions[who]+`) m JOIN names g ON g.id = m.name))
			ORDER BY 1 LIMIT 200`, []any{who.storedAs(), like(containing)}
	}
	var names []string
	err := each(ctx, b.reads(), query, args, func(rows *sql.Rows) error {
		var name string
		if err := rows.Scan(&name); err != nil {
			return err
		}
		names = append(names, name)
		return nil
	})
	return names, b.explain(err)
}
