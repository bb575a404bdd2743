package workbook

import (
	"archive/zip"
	"bytes"
	"compress/flate"
	"errors"
	"hash/crc32"
	"io"
	"io/fs"
	"regexp"
	"slices"
	"strings"
	"sync"
)

// sortedZip keeps the parts of a workbook packed until all are there, and
// writes them in the order of their names, without times: excelize hands them
// over in a new order each time.
type sortedZip struct {
	to    io.Writer
	parts []*part
}

// types is the part that says what the others are; pictures are what excelize
// allows for in it, in a new order each time, and none is written.
const types = "[Content_Types].xml"

var pictures = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`<Default Extension="[a-z]+" ContentType="image/[a-z-]+"></Default>`)
})

// part is one file in a workbook, packed.
type part struct {
	name   string
	packed bytes.Buffer
	pack   *flate.Writer
	size   uint64
	sum    uint32
}

func newZip(w io.Writer) *sortedZip { return &sortedZip{to: w} }

// Create begins a part.
func (z *sortedZip) Create(name string) (io.Writer, error) {
	p := &part{name: name}
	var err error
	p.pack, err = flate.NewWriter(&p.packed, flate.DefaultCompression)
	z.parts = append(z.parts, p)
	return p, err
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
	p.size += uint64(len(b))
	p.sum = crc32.Update(p.sum, crc32.IEEETable, b)
	return p.pack.Write(b)
}

// Close writes the workbook: the types of its parts, then the parts.
func (z *sortedZip) Close() error {
	slices.SortFunc(z.parts, func(a, b *part) int { return strings.Compare(a.name, b.name) })
	out := zip.NewWriter(z.to)
	for _, p := range z.parts {
		if err := p.pack.Close(); err != nil {
			return err
		}
		w, err := out.CreateRaw(&zip.FileHeader{Name: p.name, Method: zip.Deflate, CRC32: p.sum,
			CompressedSize64: uint64(p.packed.Len()), UncompressedSize64: p.size})
		if err != nil {
			return err
		}
		if _, err := p.packed.WriteTo(w); err != nil {
			return err
		}
	}
	return out.Close()
}
