package exchange

import (
	"bytes"
	"slices"
	"strings"

	"tracker/claims"
)

// FileKind is what a file of claims is.
type FileKind string

const (
	JSONLines FileKind = "jsonl"
	Text      FileKind = "csv"  // cells between commas, semicolons, tabs or bars
	Workbook  FileKind = "xlsx" // of a spreadsheet program
)

// HeadSize is how much of a file KindOf wants to see.
const HeadSize = 512

// foreign are beginnings of files that hold no claims, and what to do about
// them.
var foreign = []struct{ magic, what, hint string }{
	{"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an old workbook, or one with a password", "save it as .xlsx without a password, or as CSV"},
	{"%PDF", "a PDF", "copy its table into a spreadsheet and save that as .xlsx or CSV"},
	{"\x1f\x8b", "compressed", "unpack it first: gunzip -k %s"},
	{"BZh", "compressed", "unpack it first: bunzip2 -k %s"},
	{"\xfd7zXZ", "compressed", "unpack it first: xz -dk %s"},
	{"SQLite format 3\x00", "a SQLite database", "a book of this program is read with tracker --db %s export"},
	{"\x89PNG", "a picture", "type its table into a spreadsheet and save that as .xlsx or CSV"},
	{"\xff\xd8\xff", "a picture", "type its table into a spreadsheet and save that as .xlsx or CSV"},
	{"GIF8", "a picture", "type its table into a spreadsheet and save that as .xlsx or CSV"},
	{"{\\rtf", "a text with formatting (RTF)", "copy its table into a spreadsheet and save that as .xlsx or CSV"},
}

// KindOf tells from the first bytes of a file, and the ending of its name,
// what it is. Anything that holds no table is refused in one sentence.
func KindOf(head []byte, name, ending string) (FileKind, error) {
	for _, f := range foreign {
		if bytes.HasPrefix(head, []byte(f.magic)) {
			return "", claims.Refuse("", "%s is %s, not a table", name, f.what).WithHint("%s", strings.ReplaceAll(f.hint, "%s", name))
		}
	}
	text := bytes.TrimLeft(bytes.TrimPrefix(head, []byte("\xef\xbb\xbf")), " \t\r\n")
	switch {
	case bytes.HasPrefix(head, []byte("PK\x03\x04")):
		return zipKind(head, name, ending)
	case isPage(text):
		return "", claims.Refuse("", "%s is a web page or XML, not a table", name).WithHint("open it in a spreadsheet and save it as .xlsx or CSV")
	case ending == "jsonl" || ending == "ndjson":
		return JSONLines, nil
	case ending == "csv" || ending == "tsv" || isUTF16(head):
		return Text, nil
	case bytes.HasPrefix(text, []byte("<")):
		return "", claims.Refuse("", "%s is a web page or XML, not a table", name).WithHint("open it in a spreadsheet and save it as .xlsx or CSV")
	case bytes.IndexByte(head, 0) >= 0:
		return "", claims.Refuse("", "%s is not text", name).WithHint("tracker import reads JSON Lines, CSV and .xlsx; save it as one of them")
	case len(text) == 0 || text[0] == '{' || text[0] == '[':
		return JSONLines, nil
	}
	return Text, nil
}

// isPage tells a page that a site offers as a table, whatever its name ends in.
func isPage(text []byte) bool {
	lower := bytes.ToLower(text)
	for _, begin := range []string{"<!doctype", "<html", "<table", "<?xml"} {
		if bytes.HasPrefix(lower, []byte(begin)) {
			return true
		}
	}
	return false
}

// parts are how the names of the parts of a workbook begin.
var parts = []string{"[Content_Types].xml", "_rels/", "xl/", "docProps/", "customXml/"}

// zipKind tells a workbook from other files that are zip archives.
func zipKind(head []byte, name, ending string) (FileKind, error) {
	switch {
	case bytes.Contains(head, []byte("opendocument")):
		return "", claims.Refuse("", "%s is an OpenDocument file", name).WithHint("save it as .xlsx or CSV")
	case bytes.Contains(head, []byte("word/")):
		return "", claims.Refuse("", "%s is a text document, not a table", name).WithHint("copy its table into a spreadsheet and save that as .xlsx or CSV")
	}
	first := string(head[min(len(head), zipName):])
	if ending != "xlsx" && ending != "xlsm" && !slices.ContainsFunc(parts, func(p string) bool { return strings.HasPrefix(first, p) }) {
		return "", claims.Refuse("", "%s is a zip archive, not a table", name).WithHint("unpack it first: unzip %s", name)
	}
	return Workbook, nil
}

// zipName is where the name of the first file stands in a zip archive.
const zipName = 30

func isUTF16(head []byte) bool {
	return bytes.HasPrefix(head, []byte("\xff\xfe")) || bytes.HasPrefix(head, []byte("\xfe\xff")) ||
		len(head) > 1 && (head[0] == 0) != (head[1] == 0)
}
