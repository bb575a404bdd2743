package report

import (
	"bufio"
	"bytes"
	"cmp"
	"fmt"
	"io"
	"slices"

	"tracker/board"
)

// json writes the report as it is, indented, with every character that a
// terminal would act on escaped; claims go out one by one.
func (r Report) json(w io.Writer) error {
	years := r.Years
	r.Claims, r.Years = []Claim{}, slices.Clone(r.Years)
	for i := range r.Years {
		r.Years[i].IDs = nil
	}
	text, err := Document(r, 0)
	if err != nil {
		return err
	}
	before, after, _ := bytes.Cut(text, []byte("\n  \"claims\": []"))
	out := bufio.NewWriter(w)
	yearsJSON(out, before, years)
	out.WriteString("\n  \"claims\": [")
	n := 0
	err = r.Each(func(c *Claim) error {
		text, err := Document(c, 2)
		if err != nil {
			return fmt.Errorf("claim %d: %w", c.ID, err)
		}
		if n > 0 {
			out.WriteByte(',')
		}
		n++
		out.WriteString("\n    ")
		_, err = out.Write(text)
		return err
	})
	if n > 0 {
		out.WriteString("\n  ")
	}
	out.WriteByte(']')
	out.Write(append(after, '\n'))
	return cmp.Or(err, out.Flush())
}

// yearsJSON writes the text of a report without the claims that count in each
// year, and those where they belong, one by one.
func yearsJSON(out *bufio.Writer, text []byte, years []board.Year) {
	at := bytes.Index(text, []byte("\n  \"years\": ["))
	for _, y := range years {
		before, after, _ := bytes.Cut(text[at:], []byte("\n      \"ids\": []"))
		out.Write(text[:at])
		out.Write(before)
		out.WriteString("\n      \"ids\": [")
		n := 0
		for id := range y.IDs {
			if n++; n > 1 {
				out.WriteByte(',')
			}
			fmt.Fprintf(out, "\n        %d", id)
		}
		if n > 0 {
			out.WriteString("\n      ")
		}
		out.WriteByte(']')
		text, at = after, 0
	}
	out.Write(text)
}
