package workbook

import (
	"github.com/xuri/excelize/v2"

	"tracker/spill"
)

// handful is how many bytes of rows are in memory, about: of their texts, and
// cellSize for the marks of each cell.
const handful, cellSize = 1 << 20, 40

// stream is a sheet while it is written. Excelize keeps 16 MB of each in
// memory, in a buffer of twice that, before it takes a file. So it gets the
// first handful of rows, and writes each further one as a workbook of its own,
// whose rows are kept until they can follow.
type stream struct {
	*excelize.StreamWriter // of the first rows
	size                   int
	more                   *further // nil while the first rows are all
}

// SetRow writes a row; at is its first cell.
func (s *stream) SetRow(at string, row []any, options ...excelize.RowOpts) error {
	n := sizeOf(row)
	if s.size += n; s.size <= handful {
		return s.StreamWriter.SetRow(at, row, options...)
	}
	if s.more == nil {
		s.more = &further{kept: spill.Of[string]()}
	}
	return s.more.add(at, row, n, options)
}

// Flush ends the rows.
func (s *stream) Flush() error {
	if s.more != nil {
		if err := s.more.end(); err != nil {
			return err
		}
	}
	return s.StreamWriter.Flush()
}

// discard gives up what is kept.
func (s *stream) discard() {
	if s.more == nil {
		return
	}
	s.more.kept.Close()
	if s.more.book != nil {
		s.more.book.Close()
	}
}

func sizeOf(row []any) (n int) {
	for _, v := range row {
		n += cellSize
		if c, ok := v.(excelize.Cell); ok {
			text, _ := c.Value.(string)
			n += len(text) + len(c.Formula)
		}
	}
	return n
}
