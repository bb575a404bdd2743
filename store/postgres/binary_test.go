package postgres

import (
	"encoding/binary"
	"encoding/hex"
	"io"
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
		b := newBinary(&listed{rows: [][]any{{c.value}}}, []string{"x"}, map[string]uint32{"x": c.of})
		all, err := io.ReadAll(b)
		if c.want == "" {
			if err == nil || !strings.HasPrefix(err.Error(), "the column x takes no ") {
				t.Errorf("%v as %d: %v, want a refusal", c.value, c.of, err)
			}
			continue
		}
		want := hex.EncodeToString([]byte(signature)) + "0001" + c.want + "ffff"
		if got := hex.EncodeToString(all); err != nil || got != want {
			t.Errorf("%v as %d\n got %s, %v\nwant %s", c.value, c.of, got, err, want)
		}
	}
}

// Rows of any number and length come whole, however many bytes are read at
// once.
func TestCopiedRows(t *testing.T) {
	var rows [][]any
	for i := range 300 {
		rows = append(rows, []any{strings.Repeat("x", i*7), int64(i)})
	}
	b := newBinary(&listed{rows: rows}, []string{"text", "number"}, map[string]uint32{"text": pgtype.TextOID, "number": pgtype.Int8OID})
	var all []byte
	for p := make([]byte, 1000); ; {
		n, err := b.Read(p)
		if all = append(all, p[:n]...); err == io.EOF {
			break
		} else if err != nil {
			t.Fatal(err)
		}
	}
	all = all[len(signature):]
	for i := range rows {
		length := i * 7
		if n := binary.BigEndian.Uint32(all[2:]); n != uint32(length) {
			t.Fatalf("row %d has a text of %d bytes, want %d", i, n, length)
		}
		all = all[2+4+length+4+8:]
	}
	if hex.EncodeToString(all) != "ffff" {
		t.Errorf("%x stands after the rows", all)
	}
}
