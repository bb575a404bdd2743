package workbook

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"

	"github.com/xuri/excelize/v2"

	"tracker/spill"
)

// sortedZip keeps the parts of a workbook packed until all are there, large ones
// in a file, and writes them in the order of their names, without times: excelize
// hands them over in a new order each time. Before each piece it asks whoever it
// writes to, with nothing, whether a workbook is still wanted.
type sortedZip struct {
	to    io.Writer
	parts []*part
	pack  *flate.Writer // into the last part
}

// types is the part that says what the others are; pictures are what excelize
// allows for in it, in a new order each time, and none is written.
const types = "[Content_Types].xml"

var pictures = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<Default Extension="[a-z]+" ContentType="image/[a-z-]+"></Default>`)
})

// part is one file in a workbook, packed.
type part struct {
	in     *sortedZip
	name   string
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

// newFile begins a workbook that finish writes to w.
func newFile(w io.Writer) (*excelize.File, *sortedZip) {
	f, z := excelize.NewFile(), &sortedZip{to: w}
	f.ZipWriter = func(io.Writer) excelize.ZipWriter { return z }
	return f, z
}

// finish writes a workbook, or nothing where a part of it fails. Excelize would
// gather all of it in memory, packed: it gets a place that stays empty.
func (z *sortedZip) finish(f *excelize.File) error {
	defer z.discard()
	if _, err := f.WriteTo(io.Discard); err != nil {
		return err
	}
	return z.write()
}

// Create begins a part, and ends the one before.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &part{in: z, name: name, packed: pieces{kept: spill.Of[string]()}}
	err := z.endPart()
	if z.pack == nil && err == nil {
		z.pack, err = flate.NewWriter(&p.packed, flate.DefaultCompression)
	} else if err == nil {
		z.pack.Reset(&p.packed)
	}
	z.parts = append(z.parts, p)
	return p, err
}

// endPart ends the last part, where there is one.
func (z *sortedZip) endPart() error {
	if z.pack == nil {
		return nil
	}
	return z.pack.Close()
}

// AddFS is not needed by anything that we write.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

// Write packs some bytes. The types come in one piece.
func (p *part) Write(b []byte) (int, error) {
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

// Close ends the parts. Excelize does that too when one has failed.
func (z *sortedZip) Close() error { return z.endPart() }

// write writes the workbook: the types of its parts, then the parts.
func (z *sortedZip) write() error {
	slices.SortFunc(z.parts, func(a, b *part) int { return strings.Compare(a.name, b.name) })
	out := zip.NewWriter(z.to)
	for _, p := range z.parts {
		w, err := out.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.sum,
			CompressedSize64: p.packed.size, UncompressedSize64: p.size})
		if err != nil {
			return err
		}
		for piece, err := range p.packed.kept.All() {
			if err != nil {
				return err
			}
			if _, err := io.WriteString(w, piece); err != nil {
				return err
			}
		}
	}
	return out.Close()
}

// discard gives up the parts.
func (z *sortedZip) discard() {
	for _, p := range z.parts {
		p.packed.kept.Close()
	}
}
