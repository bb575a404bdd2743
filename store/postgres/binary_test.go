package postgres

import (
	"encoding/hex"
	"strings"
	"testing"

	"github.com/jackc/pgx/v5/pgtype"
)

// listed are rows in memory.
type listed struct {
	rows [][]any
	row  []any
}

func (l *listed) Next() bool {
	if len(l.rows) == 0 {
		return false
	}
	l.row, l.rows = l.rows[0], l.rows[1:]
	return true
}
func (l *listed) Values() ([]any, error) { return l.row, nil }
func (l *listed) Err() error             { return nil }

// Every value is copied as what its column is; of another type it is refused,
// and not read as something else.
func TestCopiedValues(t *testing.T) {
	type named string
	for _, c := range []struct {
		of    uint32
		value any
		want  string // the length and the bytes, "" for a refusal
	}{
		{pgtype.TextOID, "Ü", "00000002c39c"},
		{pgtype.TextOID, named("a"), "0000000161"},
		{pgtype.TextOID, "", "00000000"},
		{pgtype.TextOID, nil, "ffffffff"},
		{pgtype.ByteaOID, []byte{0, 255}, "0000000200ff"},
		{pgtype.Int8OID, int64(-2), "00000008fffffffffffffffe"},
		{pgtype.Int8OID, 3, "000000080000000000000003"},
		{pgtype.Int8OID, true, "000000080000000000000001"},
		{pgtype.Float8OID, 0.5, "000000083fe0000000000000"},
		{pgtype.Float8OID, int64(1), "000000083ff0000000000000"},
		{pgtype.Int8OID, 1.0, ""},
		{pgtype.Int8OID, "1", ""},
		{pgtype.TextOID, int64(1), ""},
		{pgtype.ByteaOID, "1", ""},
		{0, "of no column", ""},
	} {
		b := &binaryRows{}
		b.begin([]string{"x"}, map[string]uint32{"x": c.of})
		err := through(b, &listed{rows: [][]any{{c.value}}})
		if c.want == "" {
			if err == nil || !strings.HasPrefix(err.Error(), "the column x takes no ") {
				t.Errorf("%v as %d: %v, want a refusal", c.value, c.of, err)
			}
			continue
		}
		want := hex.EncodeToString([]byte(signature)) + "0001" + c.want + "ffff"
		if got := hex.EncodeToString(b.buf); err != nil || got != want {
			t.Errorf("%v as %d\n got %s, %v\nwant %s", c.value, c.of, got, err, want)
		}
	}
}

// through goes through rows to their end.
func through(b *binaryRows, rows *listed) error {
	for {
		if done, err := b.next(rows); done || err != nil {
			return err
		}
	}
}

// A message says how long it is.
func TestMessages(t *testing.T) {
	m := &messages{}
	m.open('d')
	m.begin([]string{"x"}, map[string]uint32{"x": pgtype.TextOID})
	if err := through(&m.binaryRows, &listed{rows: [][]any{{"Ü"}}}); err != nil {
		t.Fatal(err)
	}
	m.seal()
	m.open('c')
	m.seal()
	want := "64" + "00000021" + hex.EncodeToString([]byte(signature)) + "0001" + "00000002c39c" + "ffff" + "63" + "00000004"
	if got := hex.EncodeToString(m.buf); got != want {
		t.Errorf("got %s\nwant %s", got, want)
	}
}
