package completion

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"

	"tracker/claims"
)

// Mistyped is the refusal of flags as they were typed, with what was probably
// meant: what cobra and its flags say of that names no next step, and tells of
// Go where a number was no number.
func Mistyped(cmd *cobra.Command, err error) error {
	var unknown *pflag.NotExistError
	var bare *pflag.ValueRequiredError
	var odd *pflag.InvalidValueError
	switch {
	case errors.As(err, &unknown):
		return claims.Mistyped("%v", err).WithHint("%s", meant(cmd, unknown))
	case errors.As(err, &bare):
		return claims.Mistyped("%v", err).WithHint("%s", takes(bare.GetFlag()))
	case errors.As(err, &odd):
		return claims.Mistyped("--%s %q %s", odd.GetFlag().Name, odd.GetValue(), unlike(odd.GetFlag())).WithHint("%s", takes(odd.GetFlag()))
	}
	return claims.Mistyped("%v", err).WithHint("%s --help", cmd.CommandPath())
}

// takes says what a flag takes: "--limit N: at most N claims".
func takes(f *pflag.Flag) string {
	value, usage := pflag.UnquoteUsage(f)
	return "--" + strings.TrimSpace(f.Name+" "+value) + ": " + usage
}

// unlike says what is wrong with a value that a flag does not take.
func unlike(f *pflag.Flag) string {
	switch f.Value.Type() {
	case "bool":
		return "is too much: the flag stands alone"
	case "duration":
		return "is no length of time such as 30s"
	}
	return "is no whole number"
}

// meant is what to type where there is no such flag.
func meant(cmd *cobra.Command, unknown *pflag.NotExistError) string {
	path, name := cmd.CommandPath(), unknown.GetSpecifiedName()
	if short := unknown.GetSpecifiedShortnames(); short != "" {
		return meantShort(cmd, short)
	}
	switch near := nearFlag(cmd, name); {
	case !cmd.HasParent() && name == "version":
		return path + " version"
	case !cmd.HasParent():
		return "flags stand behind the command: " + path + " COMMAND --" + name
	case near != "":
		return takes(cmd.Flags().Lookup(near))
	case filters(cmd) && name == "tag":
		return path + " +TAG, or -- -TAG for what has not the tag"
	case filters(cmd) && nearKey(name) != "":
		return path + " " + nearKey(name) + ":" + strings.ToUpper(nearKey(name))
	case cmd.Flags().Lookup("format") != nil && slices.Contains(formats, name):
		return path + " --format " + name
	}
	return path + " --help"
}

// meantShort is what to type for -x, and for words that begin with a dash.
func meantShort(cmd *cobra.Command, short string) string {
	path := cmd.CommandPath()
	letter, alone := short[:1], len(short) == 1
	switch {
	case !cmd.HasParent() && letter == "v":
		return path + " version"
	case alone && cmd.Flags().Lookup(letters[letter]) != nil:
		return takes(cmd.Flags().Lookup(letters[letter]))
	case filters(cmd) && !alone && !strings.ContainsAny(short, " 0123456789"):
		return path + " -- -" + short + " finds what has not the tag " + short
	case strings.Contains(cmd.Use, " ") && (strings.ContainsAny(short, " ") || '0' <= letter[0] && letter[0] <= '9'):
		return "what begins with - stands last, behind --: " + path + " … -- " + strconv.Quote("-"+short)
	}
	return path + " --help"
}

// letters are those that other programs have for a flag.
var letters = map[string]string{"n": "limit", "f": "format", "o": "output", "m": "note", "y": "yes"}

// formats are names of formats that people type as flags.
var formats = []string{"csv", "jsonl", "json", "md", "markdown", "html", "xlsx", "ics", "atom", "fatebook"}

// filters reports whether a command takes filters.
func filters(cmd *cobra.Command) bool { return strings.Contains(cmd.Use, "FILTER") }

// alike are flags, the usual one first, with other words for them: of those
// that a command has, one may have been meant.
var alike = [][]string{
	{"speaker", "who", "person", "name", "author"},
	{"said", "date", "when", "stated", "stated-on", "day", "made"},
	{"on", "date", "when", "day"},
	{"by", "due", "until", "before", "due-date", "due-by", "end"},
	{"until", "for", "to", "date", "by"},
	{"p", "prob", "probability", "confidence", "chance", "percent", "credence"},
	{"note", "notes", "comment", "message"},
	{"notes", "note", "comment", "message"},
	{"reason", "why", "because", "note", "message"},
	{"evidence", "url", "link", "proof", "file", "source"},
	{"url", "link", "address"},
	{"archive", "archived", "archive-url", "wayback", "snapshot"},
	{"tag", "tags", "topic", "category"},
	{"source", "outlet", "publisher", "medium"},
	{"words-by", "words", "whose"},
	{"will-not", "wont", "not", "no"},
	{"output", "out", "file", "to"},
	{"out", "dir", "folder", "site"},
	{"limit", "count", "max", "top", "number"},
	{"since", "from", "after", "start"},
	{"until", "before", "end"},
	{"within", "days", "next", "ahead"},
	{"skip-bad", "skip", "ignore-errors", "force", "skip-errors"},
	{"dry-run", "check", "test", "preview"},
	{"map", "column", "columns", "mapping"},
	{"dates", "date-order", "day-first", "dmy", "mdy"},
	{"yes", "force"},
	{"extent", "share", "part"},
	{"window", "between", "from"},
	{"deadline", "phrase"},
	{"if", "condition", "unless"},
	{"db", "book", "database"},
	{"zone", "timezone", "tz", "time-zone"},
}

// nearKey is the key of a filter that a name is, or is near; "" for none.
func nearKey(name string) string {
	if slices.Contains(claims.FilterKeys, name) {
		return name
	}
	for _, near := range claims.Misspelt(name, claims.FilterKeys) {
		return near
	}
	return ""
}

// nearFlag is the flag of a command that a name is near, in letters or in
// meaning; "" for none.
func nearFlag(cmd *cobra.Command, name string) string {
	var all []string
	cmd.Flags().VisitAll(func(f *pflag.Flag) { all = append(all, f.Name) })
	if near := claims.Misspelt(name, all); len(near) > 0 {
		return near[0]
	}
	for _, a := range alike {
		if slices.Contains(all, a[0]) && slices.Contains(a[1:], name) {
			return a[0]
		}
	}
	return ""
}
