package article

import (
	"encoding/base64"
	"io"
	"strings"

	"tracker/reading/clause"
	"tracker/reading/draft"
)

// transfer is the body of a part without what mail wraps it in.
func (p *mailPart) transfer() layer {
	switch strings.ToLower(p.fields["content-transfer-encoding"]) {
	case "quoted-printable":
		return unquoted(p.file, p.at, p.end)
	case "base64":
		return unpacked(p.file, p.at, p.end)
	}
	w := new(weaver)
	w.copy(p.file, p.at, p.end)
	return w.layer()
}

// unquoted reads quoted-printable: =E2 is a byte, = at the end of a line joins
// it to the next.
func unquoted(file string, at, end int) layer {
	var w weaver
	for at < end {
		next := strings.IndexByte(file[at:end], '=')
		if next < 0 {
			next = end - at
		}
		w.copy(file, at, at+next)
		if at += next; at >= end {
			break
		}
		rest := file[at+1 : min(at+3, end)]
		switch {
		case strings.HasPrefix(rest, "\n"):
			at += 2
		case strings.HasPrefix(rest, "\r\n"):
			at += 3
		case len(rest) == 2 && hexOf(rest[0]) >= 0 && hexOf(rest[1]) >= 0:
			w.add(string([]byte{byte(hexOf(rest[0])<<4 | hexOf(rest[1]))}), at, at+3)
			at += 3
		default:
			w.copy(file, at, at+1)
			at++
		}
	}
	return w.layer()
}

func hexOf(c byte) int { return strings.IndexByte("0123456789ABCDEF", upper(c)) }

func upper(c byte) byte {
	if c >= 'a' && c <= 'f' {
		return c - 'a' + 'A'
	}
	return c
}

// unpacked reads base64, group by group of a line; what stands in one line
// stands there as a whole.
func unpacked(file string, at, end int) layer {
	out, w := make([]byte, 0, (end-at)/4*3), weaver{}
	var held strings.Builder
	from := at
	for at < end {
		next := strings.IndexByte(file[at:end], '\n') + 1
		if next == 0 {
			next = end - at
		}
		if held.Len() == 0 {
			from = at
		}
		held.WriteString(strings.TrimSpace(file[at : at+next]))
		at += next
		if held.Len()%4 != 0 && at < end {
			continue // a group that the next line ends
		}
		text, err := io.ReadAll(base64.NewDecoder(base64.StdEncoding, strings.NewReader(held.String())))
		held.Reset()
		if len(text) > 0 {
			w.pieces = append(w.pieces, draft.Piece{Text: clause.Span{Start: len(out), End: len(out) + len(text)}, File: clause.Span{Start: from, End: at}})
			out = append(out, text...)
		}
		if err != nil {
			break
		}
	}
	return layer{string(out), w.pieces}
}

// charsetReader reads the encodings that heads of mails name.
func charsetReader(charset string, in io.Reader) (io.Reader, error) {
	return encodingNamed(charset).NewDecoder().Reader(in), nil
}
