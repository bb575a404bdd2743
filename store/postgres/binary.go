package postgres

import (
	"database/sql/driver"
	"encoding/binary"
	"fmt"
	"math"

	"github.com/jackc/pgx/v5/pgtype"

	"tracker/store/dialect"
)

// binaryRows are bytes of rows in the binary form of COPY. A column is one of
// four types.
type binaryRows struct {
	names []string
	types []uint32
	buf   []byte
}

// signature is what the form begins with, and two numbers that are 0.
const signature = "PGCOPY\n\377\r\n\000\x00\x00\x00\x00\x00\x00\x00\x00"

// begin makes the bytes that stand before the rows of some columns.
func (b *binaryRows) begin(columns []string, types map[string]uint32) {
	b.names, b.types = columns, b.types[:0]
	for _, name := range columns {
		b.types = append(b.types, types[name])
	}
	b.buf = append(b.buf, signature...)
}

// next makes bytes of a row, or of the end.
func (b *binaryRows) next(source dialect.Rows) (done bool, err error) {
	if !source.Next() {
		b.buf = binary.BigEndian.AppendUint16(b.buf, math.MaxUint16)
		return true, source.Err()
	}
	row, err := source.Values()
	if err != nil {
		return false, err
	}
	b.buf = binary.BigEndian.AppendUint16(b.buf, uint16(len(row)))
	for i, v := range row {
		if err := b.value(i, v); err != nil {
			return false, err
		}
	}
	return false, nil
}

// value makes bytes of the value of a column: its length, and itself.
func (b *binaryRows) value(column int, v any) error {
	of := b.types[column]
	switch v := v.(type) {
	case nil:
		b.length(-1)
	case string:
		if of != pgtype.TextOID {
			return b.misfit(column, v)
		}
		b.length(len(v))
		b.buf = append(b.buf, v...)
	case []byte:
		if of != pgtype.ByteaOID && of != pgtype.TextOID {
			return b.misfit(column, v)
		}
		b.length(len(v))
		b.buf = append(b.buf, v...)
	case int64:
		switch of {
		case pgtype.Int8OID:
			b.eight(uint64(v))
		case pgtype.Float8OID:
			b.eight(math.Float64bits(float64(v)))
		default:
			return b.misfit(column, v)
		}
	case float64:
		if of != pgtype.Float8OID {
			return b.misfit(column, v)
		}
		b.eight(math.Float64bits(v))
	default:
		return b.other(column, v)
	}
	return nil
}

// length makes bytes of that of a value, -1 for NULL.
func (b *binaryRows) length(n int) { b.buf = binary.BigEndian.AppendUint32(b.buf, uint32(n)) }

// eight makes bytes of a number.
func (b *binaryRows) eight(n uint64) {
	b.length(8)
	b.buf = binary.BigEndian.AppendUint64(b.buf, n)
}

// misfit is the refusal of a value that the server would read as another.
func (b *binaryRows) misfit(column int, v any) error {
	return fmt.Errorf("the column %s takes no %T", b.names[column], v)
}

// other is value for one that is first made what a driver takes.
func (b *binaryRows) other(column int, v any) error {
	plain, err := driver.DefaultParameterConverter.ConvertValue(v)
	if err != nil {
		return err
	}
	switch plain := number(plain).(type) {
	case nil, string, []byte, int64, float64:
		return b.value(column, plain)
	}
	return b.misfit(column, v)
}
