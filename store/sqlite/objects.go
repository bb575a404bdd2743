package sqlite

import (
	"context"
	"database/sql"
	"maps"
	"slices"
	"strings"

	"tracker/clean"
	"tracker/store/dialect"
)

// object is a row of the schema: a table, index, view or trigger, the table
// that it belongs to, and its SQL.
type object struct{ kind, name, table, text string }

// own reports whether o is an index or a view, which people may add to look
// at their book with other programs. Its SQL decides, as it does for SQLite.
func (o object) own() bool {
	switch o.kind {
	case "index":
		return strings.HasPrefix(o.text, "CREATE INDEX ") || strings.HasPrefix(o.text, "CREATE UNIQUE INDEX ")
	case "view":
		return strings.HasPrefix(o.text, "CREATE VIEW ")
	}
	return false
}

// statistics are the tables that SQLite itself makes when somebody runs
// ANALYZE, exactly.
var statistics = map[object]bool{
	{"table", "sqlite_stat1", "sqlite_stat1", "CREATE TABLE sqlite_stat1(tbl,idx,stat)"}:                true,
	{"table", "sqlite_stat4", "sqlite_stat4", "CREATE TABLE sqlite_stat4(tbl,idx,neq,nlt,ndlt,sample)"}: true,
}

// objects counts the rows of a schema by what they say.
func objects(ctx context.Context, q dialect.Querier) (map[object]int, error) {
	list := map[object]int{}
	err := dialect.Each(ctx, q, `SELECT coalesce(type, ''), coalesce(name, ''), coalesce(tbl_name, ''), coalesce(sql, '') FROM sqlite_schema`, nil,
		func(rows *sql.Rows) error {
			var o object
			err := rows.Scan(&o.kind, &o.name, &o.table, &o.text)
			list[o]++
			return err
		})
	return list, err
}

// strange tells how a schema differs from what it should be. The rows can be
// compared when all tables are there as they should be.
func strange(have, should map[object]int, tell dialect.Tell) (comparable bool) {
	comparable, should = true, withWords(should, have)
	damage := func(o object, what string) { tell("schema", clean.Line(o.kind+" "+o.name)+what, true) }
	for _, o := range sorted(should) {
		if have[o] == 0 {
			damage(o, " is not what tracker makes")
			comparable = comparable && o.kind != "table"
		}
	}
	for _, o := range sorted(have) {
		switch {
		case should[o] > 0 && have[o] == 1, should[o] == 0 && statistics[o]:
		case should[o] > 0:
			damage(o, " is there more than once")
		case replaces(o, have, should):
		case have[o] == 1 && o.own():
			tell("schema", clean.Line(o.kind+" "+o.name)+" is not tracker's; it may stay"+refusing(o), false)
		default:
			damage(o, " is not tracker's")
		}
	}
	return comparable
}

// refusing warns of an index that can refuse what tracker would write.
func refusing(o object) string {
	if strings.HasPrefix(o.text, "CREATE UNIQUE ") {
		return ", but can refuse what tracker writes"
	}
	return ""
}

// replaces reports whether o stands in place of an object of tracker's, which
// is missed already.
func replaces(o object, have, should map[object]int) bool {
	for s := range should {
		if have[s] == 0 && s.kind == o.kind && s.name == o.name {
			return true
		}
	}
	return false
}

func sorted(list map[object]int) []object {
	return slices.SortedFunc(maps.Keys(list), func(a, b object) int {
		return strings.Compare(a.kind+" "+a.name+" "+a.table+" "+a.text, b.kind+" "+b.name+" "+b.table+" "+b.text)
	})
}
