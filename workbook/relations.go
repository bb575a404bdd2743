package workbook

import (
	"encoding/xml"
	"fmt"
	"io"
	"path"
	"strings"
)

// each calls see for every token of a part, and ends early when it returns
// an error. A part that is not there has none.
func (f *File) each(part string, see func(xml.Token) error) error {
	z := f.parts[partName(part)]
	if z == nil {
		return nil
	}
	in, err := z.Open()
	if err != nil {
		return fmt.Errorf("%s: %w", part, err)
	}
	defer in.Close()
	d := xml.NewDecoder(&shortTexts{of: f, in: in})
	for {
		token, err := d.RawToken()
		if err == io.EOF {
			return nil
		}
		if err == nil {
			err = see(token)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", part, err)
		}
	}
}

// maxText is how many bytes may stand between two marks of XML.
const maxText = 1 << 20

// shortTexts reads XML, until a text in it is too long to be one of a cell.
type shortTexts struct {
	of  *File
	in  io.Reader
	run int
}

func (s *shortTexts) Read(p []byte) (int, error) {
	if err := s.of.wanted(); err != nil {
		return 0, err
	}
	n, err := s.in.Read(p)
	for _, c := range p[:n] {
		if s.run++; c == '<' || c == '>' {
			s.run = 0
		}
		if s.run > maxText {
			return 0, fmt.Errorf("a text of more than %d characters", maxText)
		}
	}
	return n, err
}

// relations are the targets of a part by their ids: other parts by their full
// names, and addresses outside as they are.
func (f *File) relations(part string) (map[string]string, error) {
	dir, base := path.Split(part)
	targets := map[string]string{}
	err := f.each(dir+"_rels/"+base+".rels", func(token xml.Token) error {
		e, ok := token.(xml.StartElement)
		if !ok || e.Name.Local != "Relationship" {
			return nil
		}
		target := attr(e, "Target")
		switch {
		case attr(e, "TargetMode") == "External":
		case strings.HasPrefix(target, "/"):
			target = target[1:]
		default:
			target = path.Join(dir, target)
		}
		targets[attr(e, "Id")] = target
		return nil
	})
	return targets, err
}

// partOf is where a sheet stands, "" for none of that name.
func (f *File) partOf(sheet string) (string, error) {
	root, err := f.relations("")
	if err != nil {
		return "", err
	}
	main := "xl/workbook.xml"
	for _, target := range root {
		if strings.HasPrefix(path.Base(target), "workbook") {
			main = target
		}
	}
	targets, err := f.relations(main)
	if err != nil {
		return "", err
	}
	found := ""
	err = f.each(main, func(token xml.Token) error {
		if e, ok := token.(xml.StartElement); ok && e.Name.Local == "sheet" && attr(e, "name") == sheet {
			found = targets[attr(e, "id")]
		}
		return nil
	})
	return found, err
}

func attr(e xml.StartElement, name string) string {
	for _, a := range e.Attr {
		if a.Name.Local == name {
			return a.Value
		}
	}
	return ""
}
