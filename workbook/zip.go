package workbook

import (
	"archive/zip"
	"compress/flate"
	"errors"
	"io"
	"io/fs"
	"slices"
	"strings"

	"github.com/xuri/excelize/v2"

	"tracker/spill"
)

// sortedZip keeps the parts of a workbook packed until all are there, large ones
// in a file, and writes them in the order of their names, without times: excelize
// hands them over in a new order each time. Before each piece it asks whoever it
// writes to, with nothing, whether a workbook is still wanted.
type sortedZip struct {
	to      io.Writer
	streams []*stream // of the sheets, in their order
	parts   []*part
	pack    *flate.Writer // into the last part
}

// newFile begins a workbook that finish writes to w.
func newFile(w io.Writer) (*excelize.File, *sortedZip) {
	f, z := excelize.NewFile(), &sortedZip{to: w}
	f.ZipWriter = func(io.Writer) excelize.ZipWriter { return z }
	return f, z
}

// stream begins the rows of the next sheet.
func (z *sortedZip) stream(f *excelize.File, name string) (*stream, error) {
	first, err := f.NewStreamWriter(name)
	if err != nil {
		return nil, err
	}
	s := &stream{StreamWriter: first}
	z.streams = append(z.streams, s)
	return s, nil
}

// finish writes a workbook, or nothing where a part of it fails. Excelize would
// gather all of it in memory, packed: it gets a place that stays empty.
func (z *sortedZip) finish(f *excelize.File) error {
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
	for i, s := range z.streams {
		if name == sheetPart(i+1) {
			p.more = s.more
		}
	}
	return p, err
}

// endPart ends the last part, where there is one.
func (z *sortedZip) endPart() error {
	if z.pack == nil {
		return nil
	}
	if err := z.parts[len(z.parts)-1].follow(); err != nil {
		return err
	}
	return z.pack.Close()
}

// AddFS is not needed by anything that we write.
func (z *sortedZip) AddFS(fs.FS) error { return errors.ErrUnsupported }

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

// discard gives up the parts and what was to stand in them.
func (z *sortedZip) discard() {
	for _, s := range z.streams {
		s.discard()
	}
	for _, p := range z.parts {
		p.packed.kept.Close()
	}
}
