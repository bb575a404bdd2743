package exchange

import (
	"io"
	"iter"

	"tracker/claims"
)

// ClaimWriter writes claims in some format. What it has taken is written when
// it is flushed.
type ClaimWriter interface {
	Write(claims.View) error
	Flush() error
}

// WriteAll writes claims as they are seen, to the end, and says how many.
// Finishing is called before what is left is written.
func WriteAll(out ClaimWriter, read iter.Seq2[claims.Claim, error], seen func(claims.Claim) claims.View, finishing func()) (n int, err error) {
	for c, err := range read {
		if err != nil {
			return n, err
		}
		if err := out.Write(seen(c)); err != nil {
			return n, err
		}
		n++
	}
	finishing()
	return n, out.Flush()
}

// commas are the signs between the cells of CSV, by what people call them.
var commas = map[string]rune{"": ',', "comma": ',', ",": ',', "semicolon": ';', ";": ';', "tab": '\t', "\t": '\t'}

// Writer returns what makes writers of a format: jsonl, csv, xlsx or fatebook.
// Comma and excel are about CSV, and refused with another.
func Writer(format, comma string, excel bool) (func(io.Writer) ClaimWriter, error) {
	sign, known := commas[comma]
	switch {
	case !known:
		return nil, claims.Mistyped("%q does not stand between cells", comma).WithHint("--delimiter comma, semicolon or tab")
	case format != "csv" && (excel || comma != ""):
		return nil, claims.Mistyped("--excel and --delimiter are about CSV").WithHint("add --format csv")
	}
	switch format {
	case "jsonl":
		return func(w io.Writer) ClaimWriter { return WriteJSONL(w) }, nil
	case "csv":
		return func(w io.Writer) ClaimWriter { return WriteCSV(w, CSVForm{Comma: sign, Excel: excel}) }, nil
	case "xlsx":
		return func(w io.Writer) ClaimWriter { return WriteXLSX(w) }, nil
	case "fatebook":
		return func(w io.Writer) ClaimWriter { return WriteFatebook(w) }, nil
	}
	return nil, claims.Mistyped("no format is called %q", format).WithHint("--format jsonl, csv, xlsx or fatebook")
}
