package settings

import (
	"bytes"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tracker/calendar"
	"tracker/claims"
	"tracker/files"
	"tracker/reading/deadline"
)

// Config is $XDG_CONFIG_HOME/tracker/config.toml. Every key may be left out.
type Config struct {
	DB       string                       `toml:"db"`
	Zone     string                       `toml:"zone"`
	Actor    string                       `toml:"actor"`
	Southern bool                         `toml:"southern"`  // seasons of the southern hemisphere
	DayFirst bool                         `toml:"day_first"` // 03/04/2026 is 3 April
	Vague    map[string]deadline.Distance `toml:"vague"`     // rows of the vague table, by key
	Desk     Desk                         `toml:"desk"`      // who publishes
	Lexicon
	Draft Draft `toml:"draft"` // who reads articles beside the rules

	Channels   map[string]Channel   `toml:"channels"`
	Recipients map[string]Recipient `toml:"recipients"`
	Answers    map[string]Answers   `toml:"answers"`
	PingURL    string               `toml:"ping_url"` // a watchdog outside; see Office.Ping
}

// maxConfig is the longest configuration, in bytes.
const maxConfig = 64 << 10

// every names each key, for a hint.
const every = "the settings are db, zone, actor, southern, day_first, lexicon, lexicon_mode, scale, rows of [vague], [desk], [draft], ping_url, [channels.NAME], [recipients.NAME] and [answers.NAME]"

// deadlines are the options for reading deadlines by c.
func (c *Config) deadlines(events func(string) (calendar.Day, bool)) deadline.Options {
	return deadline.Options{Events: events, Southern: c.Southern, DayFirst: c.DayFirst, Vague: c.Vague}
}

// Rules names the rules by which c reads deadlines, as every window records
// them: "2026.2", or "2026.2+southern+vague.soon=0-21d" where c changes them.
func (c *Config) Rules() string {
	name := deadline.Version
	if c.DayFirst {
		name += "+day-first"
	}
	if c.Southern {
		name += "+southern"
	}
	builtin := vagueSpans()
	for _, key := range slices.Sorted(maps.Keys(c.Vague)) {
		s := c.Vague[key]
		if s == builtin[key] {
			continue
		}
		name += fmt.Sprintf("+vague.%s=%d-%d%.1s", key, s.From, s.To, s.Unit)
	}
	return name
}

// vagueSpans are the rows of the built-in vague table.
func vagueSpans() map[string]deadline.Distance {
	spans := map[string]deadline.Distance{}
	for _, row := range deadline.VagueTable() {
		spans[row.Key] = row.Distance
	}
	return spans
}

// ConfigHome is where programs keep their configuration, "" for nowhere.
func ConfigHome() string {
	dir := os.Getenv("XDG_CONFIG_HOME")
	if filepath.IsAbs(dir) {
		return dir
	}
	home, err := os.UserHomeDir()
	if err != nil {
		return ""
	}
	return filepath.Join(home, ".config")
}

// configPath is where the configuration stands, "" for nowhere.
func configPath() string {
	dir := ConfigHome()
	if dir == "" {
		return ""
	}
	return filepath.Join(dir, "tracker", "config.toml")
}

// ReadConfig reads the configuration; none is fine, an unknown key is not.
func ReadConfig() (Config, error) {
	var c Config
	path := configPath()
	info, err := os.Stat(path)
	if path == "" || errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	text, err := files.ReadWhole(path, maxConfig)
	if err != nil {
		return c, claims.Mistyped("the configuration cannot be read: %v", err).WithHint("XDG_CONFIG_HOME names another directory for it")
	}
	dec := toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields()
	err = dec.Decode(&c)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case err == nil:
		return c, c.check(path, string(text), info)
	case errors.As(err, &unknown):
		row, _ := unknown.Errors[0].Position()
		return c, configError(path, row, "no setting is called "+strings.Join(unknown.Errors[0].Key(), "."))
	case errors.As(err, &wrong):
		row, _ := wrong.Position()
		if key := wrong.Key(); len(key) > 0 {
			return c, configError(path, row, strings.Join(key, ".")+" is not "+wanted(key))
		}
		return c, configError(path, row, strings.TrimPrefix(wrong.Error(), "toml: "))
	}
	return c, configError(path, 1, err.Error())
}

// wanted says what a setting takes.
func wanted(key []string) string {
	switch last := key[len(key)-1]; {
	case len(key) == 1 && last == "desk":
		return `a table: [desk], and under it name = "…", contact = "…", licence = "…" and corrections = "…"`
	case len(key) == 1 && last == "draft":
		return `a table: [draft], and under it reader = "…" and model = "…"`
	case key[0] == "vague":
		return `a row like soon = {from = 0, to = 21, unit = "days"}`
	case slices.Contains([]string{"southern", "day_first", "rest", "private", "often"}, last):
		return "true or false"
	case slices.Contains([]string{"port", "seconds", "after", "ahead", "times", "most"}, last):
		return "a number"
	case slices.Contains([]string{"channels", "only", "command", "password_command", "url_command", "secret_command"}, last) && len(key) > 2:
		return `a list like ["mail"]`
	case len(key) < 3 && (last == "channels" || last == "recipients" || last == "answers" || key[0] == "channels" || key[0] == "recipients" || key[0] == "answers"):
		return "a table like [" + key[0] + ".mail]"
	}
	return "one text in quotation marks"
}

// check refuses values that no setting has. Text is the file, for the line.
func (c *Config) check(path, text string, info fs.FileInfo) error {
	builtin := vagueSpans()
	for _, key := range slices.Sorted(maps.Keys(c.Vague)) {
		if _, ok := builtin[key]; !ok {
			return configError(path, lineOf(text, key), fmt.Sprintf("the vague table has no row %q", key)).
				WithHint("the rows are %s", strings.Join(slices.Sorted(maps.Keys(builtin)), ", "))
		}
		if _, err := deadline.New(deadline.Options{Vague: map[string]deadline.Distance{key: c.Vague[key]}}); err != nil {
			return configError(path, lineOf(text, key), err.Error()).WithHint("a row is %s", wanted([]string{"vague"}))
		}
	}
	if err := c.Desk.check(); err != nil {
		return configError(path, lineOf(text, err.Field), err.Msg)
	}
	if err := c.Lexicon.check(); err != nil {
		return configError(path, lineOf(text, err.Field), err.Msg).WithHint("%s", err.Hint)
	}
	err := c.Draft.check()
	if err == nil {
		err = c.checkTelling()
	}
	if err == nil {
		err = c.checkAnswers()
	}
	if err == nil {
		err = c.guarded(path, info.Mode())
	}
	if err != nil {
		return configError(path, lineOfPath(text, err.Field), err.Msg).WithHint("%s", err.Hint)
	}
	return nil
}

// lineOf returns the line of the file on which a key is set.
func lineOf(text, key string) int {
	n := 0
	for line := range strings.Lines(text) {
		n++
		name, _, _ := strings.Cut(line, "=")
		name = strings.Trim(name[strings.LastIndex(name, ".")+1:], " \t\"'[]\r\n")
		if name == key {
			return n
		}
	}
	return 1
}

func configError(path string, row int, what string) *claims.Error {
	return claims.Mistyped("%s:%d: %s", path, row, what).WithHint(every)
}
