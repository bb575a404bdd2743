package screen

import (
	"bufio"
	"bytes"
	"encoding/json"
	"iter"
	"strings"

	"tracker/board"
	"tracker/clean"
)

// BoardJSON writes a board as JSON would, and what other choices would change of
// it where that was asked for; its rows, and every conclusion that changes, are
// written one after another as they are made.
func (sc *Screen) BoardJSON(schema string, b board.Board, s *board.Sensitivity) error {
	rows := b.Rows()
	b.Groups = []board.Group{}
	lists := []list{{"groups", 1, each(rows)}}
	if s != nil {
		for _, x := range s.Choices {
			lists = append(lists, list{"changes", 4, each(x.Each)})
		}
		lists = append(lists, list{"changes", 3, each(s.LeftOut.Each)})
	}
	return sc.filled(struct {
		Schema string `json:"schema"`
		board.Board
		Sensitivity *board.Sensitivity `json:"sensitivity,omitempty"`
	}{schema, b, s}, lists)
}

// list is a member that is empty and written one item after another.
type list struct {
	member string
	depth  int // of the member, 1 for one of the whole
	items  iter.Seq[any]
}

func each[T any](items iter.Seq[T]) iter.Seq[any] {
	return func(yield func(any) bool) {
		for x := range items {
			if !yield(x) {
				return
			}
		}
	}
}

// filled is JSON of a value with some lists filled, which come in this order.
func (sc *Screen) filled(v any, lists []list) error {
	text, err := encoded(v, "")
	if err != nil {
		return err
	}
	out := bufio.NewWriter(sc.Out)
	var item bytes.Buffer
	for _, l := range lists {
		indent := "\n" + strings.Repeat("  ", l.depth)
		before, after, _ := bytes.Cut(text, []byte(indent+`"`+l.member+`": []`))
		out.Write(before)
		out.WriteString(indent + `"` + l.member + `": [`)
		n, enc := 0, encoder(&item, indent[1:]+"  ")
		for x := range l.items {
			item.Reset()
			if err := enc.Encode(x); err != nil {
				return err
			}
			if n++; n > 1 {
				out.WriteByte(',')
			}
			out.WriteString(indent + "  ")
			if _, err := out.Write(clean.JSON(bytes.TrimSuffix(item.Bytes(), []byte("\n")))); err != nil {
				return err
			}
		}
		if n > 0 {
			out.WriteString(indent)
		}
		out.WriteByte(']')
		text = after
	}
	out.Write(append(text, '\n'))
	return out.Flush()
}

// encoded is a value as JSON has it, with no end of line.
func encoded(v any, indent string) ([]byte, error) {
	var text bytes.Buffer
	if err := encoder(&text, indent).Encode(v); err != nil {
		return nil, err
	}
	return clean.JSON(bytes.TrimSuffix(text.Bytes(), []byte("\n"))), nil
}

func encoder(to *bytes.Buffer, indent string) *json.Encoder {
	enc := json.NewEncoder(to)
	enc.SetEscapeHTML(false)
	enc.SetIndent(indent, "  ")
	return enc
}
