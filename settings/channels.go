package settings

import (
	"maps"
	"net/mail"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"tracker/claims"
)

// Channel is [channels.NAME]: one way of telling people. Which keys it takes
// depends on its kind.
type Channel struct {
	Kind string `toml:"kind"` // one of ChannelKinds; the channel's name when it is one

	// mail
	Host            string   `toml:"host"`
	Port            int      `toml:"port"` // 587, or 465 with tls = "implicit"
	TLS             string   `toml:"tls"`  // starttls, implicit, or none on loopback
	CA              string   `toml:"ca"`   // a file with the certificate to trust, beside the machine's
	User            string   `toml:"user"`
	Password        string   `toml:"password"`
	PasswordCommand []string `toml:"password_command"`
	From            string   `toml:"from"`
	ReplyTo         string   `toml:"reply_to"`

	// webhook
	URL           string            `toml:"url"`
	URLCommand    []string          `toml:"url_command"`
	Secret        string            `toml:"secret"` // whsec_…, signs the message
	SecretCommand []string          `toml:"secret_command"`
	Method        string            `toml:"method"`
	Headers       map[string]string `toml:"headers"`
	Body          string            `toml:"body"` // a template; the JSON of exec without one
	Private       bool              `toml:"private"`

	// exec
	Command []string `toml:"command"`
	Seconds int      `toml:"seconds"`

	// ics
	File string `toml:"file"`
}

// ChannelKinds are the ways of telling people.
var ChannelKinds = []string{"mail", "webhook", "exec", "desktop", "ics", "stdout"}

// holdsSecret reports whether the file itself has a secret of c.
func (c *Channel) holdsSecret() bool {
	return c.Password != "" || c.URL != "" || c.Secret != "" || len(c.Headers) > 0 || strings.Contains(strings.Join(c.Command, " "), "://")
}

// kindOf is the kind of a channel: its name where it says none.
func (c *Channel) kindOf(name string) string {
	if c.Kind == "" {
		return name
	}
	return c.Kind
}

// EnvOf names the variable that stands in for a secret of a channel:
// TRACKER_MAIL_PASSWORD.
func EnvOf(channel, member string) string {
	upper := func(r rune) rune {
		switch {
		case r >= 'a' && r <= 'z':
			return r - 'a' + 'A'
		case r >= 'A' && r <= 'Z', r >= '0' && r <= '9':
			return r
		}
		return '_'
	}
	return "TRACKER_" + strings.Map(upper, channel) + "_" + strings.Map(upper, member)
}

// needs are the members that a kind cannot do without.
var needs = map[string][]string{"mail": {"host", "from"}, "webhook": {"url"}, "exec": {"command"}, "ics": {"file"}}

// takes are the members that a kind knows, beside kind and what it needs.
var takes = map[string][]string{
	"mail":    {"port", "tls", "ca", "user", "password", "password_command", "reply_to"},
	"webhook": {"url_command", "secret", "secret_command", "method", "headers", "body", "private", "ca"},
	"exec":    {"seconds"},
}

// given are the members that c sets.
func (c *Channel) given() map[string]bool {
	return map[string]bool{"host": c.Host != "", "port": c.Port != 0, "tls": c.TLS != "", "ca": c.CA != "", "user": c.User != "",
		"password": c.Password != "", "password_command": len(c.PasswordCommand) > 0, "from": c.From != "", "reply_to": c.ReplyTo != "",
		"url": c.URL != "", "url_command": len(c.URLCommand) > 0, "secret": c.Secret != "", "secret_command": len(c.SecretCommand) > 0,
		"method": c.Method != "", "headers": len(c.Headers) > 0, "body": c.Body != "", "private": c.Private, "command": len(c.Command) > 0,
		"seconds": c.Seconds != 0, "file": c.File != ""}
}

// check refuses a channel that cannot work, and fills in its kind.
func (c *Channel) check(name string) *claims.Error {
	if c.Kind = c.kindOf(name); !slices.Contains(ChannelKinds, c.Kind) {
		return claims.Refuse("kind", "channel %s is of no kind that is known: %q", name, c.Kind).WithHint("kind is one of %s", strings.Join(ChannelKinds, ", "))
	}
	given := c.given()
	for _, member := range slices.Sorted(maps.Keys(given)) {
		if given[member] && !slices.Contains(needs[c.Kind], member) && !slices.Contains(takes[c.Kind], member) {
			return claims.Refuse(member, "channel %s is of kind %s, which takes no %s", name, c.Kind, member).
				WithHint("it takes %s", strings.Join(slices.Concat([]string{"kind"}, needs[c.Kind], takes[c.Kind]), ", "))
		}
	}
	for _, member := range needs[c.Kind] {
		if !given[member] && !given[member+"_command"] && os.Getenv(EnvOf(name, member)) == "" {
			return claims.Refuse("", "channel %s needs %s", name, member).WithHint("%s", c.example())
		}
	}
	if c.From != "" && !isAddress(c.From) {
		return claims.Refuse("from", "%q is no mail address", c.From).WithHint(`from = "The desk <desk@example.org>"`)
	}
	if c.ReplyTo != "" && !isAddress(c.ReplyTo) {
		return claims.Refuse("reply_to", "%q is no mail address", c.ReplyTo).WithHint(`reply_to = "answers@example.org"`)
	}
	switch {
	case c.TLS != "" && !slices.Contains([]string{"starttls", "implicit", "none"}, c.TLS):
		return claims.Refuse("tls", "%q is no way to encrypt", c.TLS).WithHint("tls is starttls, implicit, or none for a server on this machine")
	case c.File != "" && !filepath.IsAbs(c.File):
		return claims.Refuse("file", "%q is not a whole path", c.File).WithHint(`file = "/home/desk/windows.ics"`)
	case c.TLS == "none" && c.User != "":
		return claims.Refuse("user", "a password is sent over an encrypted connection only").WithHint("leave user and password out, or take tls = \"starttls\"")
	case c.Port < 0 || c.Port > 65535:
		return claims.Refuse("port", "%d is no port", c.Port).WithHint("587 is usual")
	case c.Seconds < 0 || c.Seconds > 120:
		return claims.Refuse("seconds", "%d is no time limit", c.Seconds).WithHint("1 to 120")
	}
	return nil
}

func isAddress(s string) bool {
	_, err := mail.ParseAddress(s)
	return err == nil
}

// example is how a channel of this kind is written.
func (c *Channel) example() string {
	switch c.Kind {
	case "mail":
		return `host = "smtp.example.org" and from = "Desk <desk@example.org>"`
	case "webhook":
		return `url = "https://…", or url_command = ["pass", "show", "hook"]`
	case "exec":
		return `command = ["apprise", "-b", "-"]`
	}
	return `file = "/home/desk/windows.ics"`
}
