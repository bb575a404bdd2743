package workbook

import (
	"fmt"
	"hash/crc32"
	"regexp"
	"sync"

	"tracker/spill"
)

// part is one file in a workbook, packed.
type part struct {
	in     *sortedZip
	name   string
	frame  []byte   // of a sheet with further rows: the first ones, and what stands behind the last
	more   *further // nil where there are none, or once they are written
	packed pieces
	size   uint64
	sum    uint32
}

// pieces are bytes that are read once.
type pieces struct {
	kept *spill.Kept[string]
	size uint64
}

// Write keeps some more.
func (p *pieces) Write(b []byte) (int, error) {
	p.size += uint64(len(b))
	s := string(b)
	return len(b), p.kept.Add(p.kept.Pack(&s))
}

// sheetPart is the name of the part of a sheet, from 1.
func sheetPart(number int) string { return fmt.Sprintf("xl/worksheets/sheet%d.xml", number) }

// types is the part that says what the others are; pictures are what excelize
// allows for in it, in a new order each time, and none is written.
const types = "[Content_Types].xml"

var pictures = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<Default Extension="[a-z]+" ContentType="image/[a-z-]+"></Default>`)
})

// Write packs some bytes. The types come in one piece.
func (p *part) Write(b []byte) (int, error) {
	if p.more != nil {
		p.frame = append(p.frame, b...)
		return len(b), nil
	}
	if p.name == types {
		all := len(b)
		b = pictures().ReplaceAll(b, nil)
		_, err := p.write(b)
		return all, err
	}
	return p.write(b)
}

func (p *part) write(b []byte) (int, error) {
	if _, err := p.in.to.Write(nil); err != nil {
		return 0, err
	}
	p.size += uint64(len(b))
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b)
	return p.in.pack.Write(b)
}

// follow writes a sheet whose further rows have waited for the first ones.
func (p *part) follow() error {
	if p.more == nil {
		return nil
	}
	more, frame := p.more, p.frame
	p.more, p.frame = nil, nil
	defer more.kept.Close()
	before, after, err := aroundRows(frame)
	if err == nil {
		_, err = p.write(before)
	}
	if err == nil {
		err = more.each(func(rows []byte) error { _, err := p.write(rows); return err })
	}
	if err == nil {
		_, err = p.write(after)
	}
	return err
}
