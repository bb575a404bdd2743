package intake

import (
	"strconv"
	"strings"
)

// command is the import as it was typed, as far as it says how a table is to
// be read: what a hint goes on from.
func (o *Options) command() string {
	t := &o.Table
	text := "tracker import " + typed(o.File)
	for _, flag := range []struct{ name, value string }{{"format", o.Format}, {"sheet", t.Sheet}, {"encoding", t.Encoding}, {"dates", t.Dates},
		{"questions", t.Questions}, {"speaker", t.Speaker}, {"said", t.Said}, {"map-file", t.MapFile}} {
		if flag.value != "" {
			text += " --" + flag.name + " " + typed(flag.value)
		}
	}
	for _, m := range t.Columns {
		text += " --map " + strconv.Quote(m)
	}
	return text
}

// typed is a word as it is typed in a shell.
func typed(word string) string {
	if word == "" || strings.ContainsAny(word, " \t\"'`$&|;<>()*?[]#~!\\") {
		return strconv.Quote(word)
	}
	return word
}
