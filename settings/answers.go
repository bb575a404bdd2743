package settings

import (
	"maps"
	"os"
	"slices"
	"strings"

	"tracker/claims"
)

// Answers is [answers.NAME]: where answers to the letters of one channel come
// in.
type Answers struct {
	Kind    string `toml:"kind"`    // one of AnswerKinds; the table's name when it is one
	Channel string `toml:"channel"` // whose letters are answered, and by which the line back goes

	// imap
	Host            string   `toml:"host"`
	Port            int      `toml:"port"` // 993, or 143 with tls = "starttls"
	TLS             string   `toml:"tls"`  // implicit, starttls, or none on loopback
	CA              string   `toml:"ca"`
	User            string   `toml:"user"`
	Password        string   `toml:"password"`
	PasswordCommand []string `toml:"password_command"`
	Folder          string   `toml:"folder"` // INBOX

	// ntfy, telegram
	URL        string            `toml:"url"` // of the topic; https://api.telegram.org/bot…
	URLCommand []string          `toml:"url_command"`
	Headers    map[string]string `toml:"headers"`
	Private    bool              `toml:"private"`
	Recipient  string            `toml:"recipient"` // ntfy: who writes to the topic
}

// AnswerKinds are the ways by which answers come in.
var AnswerKinds = []string{"imap", "ntfy", "telegram"}

// EnvName is the name by which the environment knows a table of answers:
// TRACKER_ANSWERS_MAIL_PASSWORD.
func EnvName(name string) string { return "answers-" + name }

// holdsSecret reports whether the file itself has a secret of a.
func (a *Answers) holdsSecret() bool { return a.Password != "" || a.URL != "" || len(a.Headers) > 0 }

// check refuses answers that cannot come in, and fills in the kind.
func (a *Answers) check(name string, c *Config) *claims.Error {
	if a.Kind == "" {
		a.Kind = name
	}
	given := func(member string, set bool) bool { return set || os.Getenv(EnvOf(EnvName(name), member)) != "" }
	channel, known := c.Channels[a.Channel]
	mail := a.Host != "" || a.Port != 0 || a.TLS != "" || a.User != "" || a.Password != "" || len(a.PasswordCommand) > 0 || a.Folder != ""
	chat := a.URL != "" || len(a.URLCommand) > 0 || len(a.Headers) > 0 || a.Private
	switch {
	case !slices.Contains(AnswerKinds, a.Kind):
		return claims.Refuse("kind", "answers %s are of no kind that is known: %q", name, a.Kind).WithHint("kind is one of %s", strings.Join(AnswerKinds, ", "))
	case !known:
		return claims.Refuse("channel", "answers %s are to no channel that is configured: %q", name, a.Channel).WithHint(`channel = "mail"`)
	case (a.Kind == "imap") != (channel.Kind == "mail"):
		return claims.Refuse("channel", "letters by %s are not answered by %s", channel.Kind, a.Kind).WithHint("imap answers a channel of kind mail; ntfy and telegram answer the others")
	case a.Kind == "imap" && (chat || a.Recipient != ""):
		return claims.Refuse("", "answers of kind imap take no url, headers, private or recipient").WithHint("they take host, port, tls, ca, user, password, password_command, folder")
	case a.Kind != "imap" && mail:
		return claims.Refuse("", "answers of kind %s take no host, port, tls, user, password or folder", a.Kind).WithHint("they take url, url_command, headers, private, ca and recipient")
	case a.Kind == "imap" && (a.Host == "" || a.User == "" || !given("password", a.Password != "" || len(a.PasswordCommand) > 0)):
		return claims.Refuse("", "answers %s need host, user and a password", name).WithHint(`host = "imap.example.org", user = "desk", password_command = ["pass", "show", "mail/desk"]`)
	case a.Kind != "imap" && !given("url", a.URL != "" || len(a.URLCommand) > 0):
		return claims.Refuse("", "answers %s need url", name).WithHint(`url = "https://ntfy.sh/a-topic-that-nobody-guesses"`)
	case a.Kind == "ntfy" && !c.reaches(a.Recipient, a.Channel):
		return claims.Refuse("recipient", "%q is no recipient who has the channel %s", a.Recipient, a.Channel).WithHint(`recipient = "anna": who writes to the topic`)
	case a.Kind == "telegram" && a.Recipient != "":
		return claims.Refuse("recipient", "telegram knows who writes by the chat").WithHint("the address of a recipient is the number of the chat")
	case a.TLS != "" && !slices.Contains([]string{"starttls", "implicit", "none"}, a.TLS):
		return claims.Refuse("tls", "%q is no way to encrypt", a.TLS).WithHint("tls is implicit, starttls, or none for a server on this machine")
	case a.Port < 0 || a.Port > 65535:
		return claims.Refuse("port", "%d is no port", a.Port).WithHint("993 is usual")
	}
	return nil
}

// reaches reports whether a recipient has a channel.
func (c *Config) reaches(recipient, channel string) bool {
	return slices.Contains(c.Recipients[recipient].Channels, channel)
}

// AnswersTo are the answers to a channel's letters, "" for none.
func (c *Config) AnswersTo(channel string) (name string, a Answers) {
	for _, name := range slices.Sorted(maps.Keys(c.Answers)) {
		if c.Answers[name].Channel == channel {
			return name, c.Answers[name]
		}
	}
	return "", a
}
