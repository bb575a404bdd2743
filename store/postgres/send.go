package postgres

import (
	"encoding/binary"
	"strings"

	"github.com/jackc/pgx/v5"
	"github.com/jackc/pgx/v5/pgproto3"

	"tracker/store/dialect"
)

// messages are on their way to the server: a query of several COPY, and the
// rows of each. What the server refuses it overlooks to the end, so that nothing
// needs to be asked between.
type messages struct {
	binaryRows     // of the message that grows
	from       int // where it begins
}

// enough is how many bytes are sent at once, at least.
const enough = 1 << 16

// send sends a query that copies loads, and their rows. An error is one of the
// rows: what is wrong with the wire, the answer says.
func (c *conn) send(loads []dialect.Load) (err error) {
	m := &messages{binaryRows: binaryRows{buf: c.out[:0]}}
	var query strings.Builder
	for _, l := range loads {
		query.WriteString("COPY " + identifiers(l.Table) + " (" + identifiers(l.Columns...) + ") FROM STDIN BINARY;")
	}
	if m.buf, err = (&pgproto3.Query{String: query.String()}).Encode(m.buf); err != nil {
		return err
	}
	for _, l := range loads {
		if err = c.sendRows(m, l); err != nil {
			break
		}
	}
	c.write(m)
	c.out = m.buf
	return err
}

// sendRows sends the rows of a COPY, or breaks it off.
func (c *conn) sendRows(m *messages, l dialect.Load) error {
	m.open('d')
	m.begin(l.Columns, c.types[l.Table])
	for {
		done, err := m.next(l.Rows)
		m.seal()
		switch {
		case err != nil:
			m.open('f')
			m.buf = append(append(m.buf, err.Error()...), 0)
			m.seal()
			return err
		case done:
			m.open('c')
			m.seal()
			return nil
		case len(m.buf) >= enough:
			c.write(m)
			m.open('d')
		}
	}
}

// open begins a message of a kind: d has data, c says that they end, f that they
// are broken off.
func (m *messages) open(kind byte) {
	m.from = len(m.buf)
	m.buf = append(m.buf, kind, 0, 0, 0, 0)
}

// seal writes how long a message is.
func (m *messages) seal() { binary.BigEndian.PutUint32(m.buf[m.from+1:], uint32(len(m.buf)-m.from-1)) }

// write sends the messages.
func (c *conn) write(m *messages) {
	pg := c.Conn.Conn().PgConn()
	if pg.Frontend().SendUnbufferedEncodedCopyData(m.buf) != nil {
		pg.Conn().Close() // and so nobody waits for an answer
	}
	m.buf = m.buf[:0]
}

// identifiers are names as a statement lists them.
func identifiers(names ...string) string {
	list := make([]string, len(names))
	for i, name := range names {
		list[i] = pgx.Identifier{name}.Sanitize()
	}
	return strings.Join(list, ", ")
}
