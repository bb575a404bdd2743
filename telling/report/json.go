package report

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
)

// json writes the report as it is, indented, with every character that a
// terminal would act on escaped; claims go out one by one.
func (r Report) json(w io.Writer) error {
	r.Claims = []Claim{}
	text, err := Document(r, 0)
	if err != nil {
		return err
	}
	before, after, _ := bytes.Cut(text, []byte("\n  \"claims\": []"))
	out := bufio.NewWriter(w)
	out.Write(append(before, "\n  \"claims\": ["...))
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
	return errors.Join(err, out.Flush())
}
