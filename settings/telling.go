package settings

import (
	"maps"
	"os"
	"slices"
	"strings"
	"unicode"

	"tracker/claims"
)

// mayBeCalled reports whether a channel or a recipient may have a name.
func mayBeCalled(name string) bool {
	strange := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '-' && r != '_' }
	return name != "" && len(name) <= 80 && !strings.ContainsFunc(name, strange)
}

// checkTelling refuses channels and recipients that cannot work; the field of
// the refusal is the path of the key. It fills in the kinds.
func (c *Config) checkTelling() *claims.Error {
	for _, name := range slices.Sorted(maps.Keys(c.Channels)) {
		ch := c.Channels[name]
		err := ch.check(name)
		if !mayBeCalled(name) {
			err = claims.Refuse("", "%q is no name for a channel", name).WithHint("letters, digits, - and _")
		}
		if err != nil {
			return under("channels."+name, err)
		}
		c.Channels[name] = ch
	}
	for _, name := range slices.Sorted(maps.Keys(c.Recipients)) {
		r := c.Recipients[name]
		err := r.check(name, c.Channels)
		if !mayBeCalled(name) {
			err = claims.Refuse("", "%q is no name for a recipient", name).WithHint("letters, digits, - and _")
		}
		if err != nil {
			return under("recipients."+name, err)
		}
	}
	return c.shared()
}

// shared refuses a calendar that two recipients would write.
func (c *Config) shared() *claims.Error {
	owner := map[string]string{}
	for _, name := range slices.Sorted(maps.Keys(c.Recipients)) {
		for _, ch := range c.Recipients[name].Channels {
			if other := owner[ch]; c.Channels[ch].Kind == "ics" && other != "" {
				return under("recipients."+name, claims.Refuse("channels", "%s and %s share the calendar %s", other, name, ch).
					WithHint("a calendar for each: [channels.%s] with another file", ch+"2"))
			}
			owner[ch] = name
		}
	}
	return nil
}

// checkAnswers refuses answers that cannot come in, and a watchdog that cannot
// be told. It fills in the kinds.
func (c *Config) checkAnswers() *claims.Error {
	for _, name := range slices.Sorted(maps.Keys(c.Answers)) {
		a := c.Answers[name]
		err := a.check(name, c)
		if !mayBeCalled(name) {
			err = claims.Refuse("", "%q is no name for answers", name).WithHint("letters, digits, - and _")
		}
		if err != nil {
			return under("answers."+name, err)
		}
		c.Answers[name] = a
	}
	if c.PingURL != "" && !strings.HasPrefix(c.PingURL, "https://") && !strings.HasPrefix(c.PingURL, "http://") {
		return claims.Refuse("ping_url", "that is no web address").WithHint(`ping_url = "https://hc-ping.com/…"`)
	}
	return nil
}

// under puts the field of a refusal into a table.
func under(table string, err *claims.Error) *claims.Error {
	err.Field = strings.TrimSuffix(table+"."+err.Field, ".")
	return err
}

// guarded refuses a configuration that holds a secret and that others can
// read.
func (c *Config) guarded(path string, mode os.FileMode) *claims.Error {
	for _, name := range slices.Sorted(maps.Keys(c.Channels)) {
		if ch := c.Channels[name]; ch.holdsSecret() && mode.Perm()&0o077 != 0 {
			return claims.Refuse("channels."+name, "channel %s has a secret in it, and others on this machine can read the file", name).
				WithHint("chmod 600 %s", path)
		}
	}
	if mode.Perm()&0o077 == 0 {
		return nil
	}
	for _, name := range slices.Sorted(maps.Keys(c.Answers)) {
		if a := c.Answers[name]; a.holdsSecret() {
			return claims.Refuse("answers."+name, "answers %s have a secret in them, and others on this machine can read the file", name).
				WithHint("chmod 600 %s", path)
		}
	}
	if c.PingURL != "" {
		return claims.Refuse("ping_url", "ping_url is a secret, and others on this machine can read the file").WithHint("chmod 600 %s", path)
	}
	return nil
}

// lineOfPath returns the line of the file on which the key of a table is set,
// or else the table's.
func lineOfPath(text, path string) int {
	n, header, section := 0, 1, ""
	for line := range strings.Lines(text) {
		n++
		line = strings.TrimSpace(line)
		if strings.HasPrefix(line, "[") {
			section = strings.NewReplacer(`"`, "", "'", "", " ", "").Replace(strings.Trim(line, "[]"))
			if section == path {
				return n
			}
			if strings.HasPrefix(path, section+".") {
				header = n
			}
			continue
		}
		name, _, _ := strings.Cut(line, "=")
		if name = strings.Trim(name, " \t\"'"); strings.TrimPrefix(section+"."+name, ".") == path {
			return n
		}
	}
	return header
}
