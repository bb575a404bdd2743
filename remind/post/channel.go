package post

import (
	"context"
	"crypto/x509"
	"fmt"
	netmail "net/mail"
	"os"
	"os/exec"
	"strings"
	"sync"
	"time"

	"tracker/files"
	"tracker/remind"
	"tracker/remind/hook"
	"tracker/remind/mail"
	"tracker/remind/program"
	"tracker/settings"
)

// slot is a channel, nil before it is first used. One that waits for a
// passphrase holds up no other.
type slot struct {
	mu      sync.Mutex
	channel remind.Channel
}

// channel makes a channel when it is first used.
func (o *Office) channel(name string) (remind.Channel, error) {
	c, ok := o.channels[name]
	if !ok {
		return nil, fmt.Errorf("there is no channel %s", name)
	}
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.channel != nil {
		return c.channel, nil
	}
	made, err := o.open(name, o.settings.Channels[name])
	if err != nil {
		return nil, fmt.Errorf("channel %s: %w", name, err)
	}
	c.channel = made
	return made, nil
}

func (o *Office) open(name string, c settings.Channel) (remind.Channel, error) {
	switch c.Kind {
	case "mail":
		return o.mail(name, c)
	case "webhook":
		return o.hook(name, c)
	case "exec":
		return &program.Program{Argv: c.Command, Limit: time.Duration(c.Seconds) * time.Second}, nil
	case "desktop":
		return &program.Desktop{}, nil
	}
	return nil, fmt.Errorf("a channel of kind %q takes no messages", c.Kind)
}

func (o *Office) mail(name string, c settings.Channel) (remind.Channel, error) {
	from, err := netmail.ParseAddress(c.From)
	if err != nil {
		return nil, fmt.Errorf("from = %q is no mail address", c.From)
	}
	roots, err := roots(c.CA)
	if err != nil {
		return nil, err
	}
	encryption := map[string]mail.Encryption{"implicit": mail.Implicit, "none": mail.None}[c.TLS]
	return &mail.Server{Host: c.Host, Port: c.Port, Encryption: encryption, Roots: roots, From: *from, ReplyTo: c.ReplyTo, User: c.User,
		Password: func() (string, error) { return o.secret(name, "password", c.Password, c.PasswordCommand) }}, nil
}

func (o *Office) hook(name string, c settings.Channel) (remind.Channel, error) {
	h := &hook.Hook{Method: c.Method, Headers: c.Headers, Private: c.Private, Clock: func() time.Time { return o.settings.Clock().Time(o.settings.Zone) }}
	var err error
	if h.Roots, err = roots(c.CA); err != nil {
		return nil, err
	}
	if c.Body != "" {
		if h.Body, err = hook.Template(c.Body); err != nil {
			return nil, err
		}
	}
	if h.URL, err = o.secret(name, "url", c.URL, c.URLCommand); err != nil {
		return nil, err
	}
	h.Secret, err = o.secret(name, "secret", c.Secret, c.SecretCommand)
	return h, err
}

// roots are the certificates to trust: the machine's and those of a file.
func roots(file string) (*x509.CertPool, error) {
	if file == "" {
		return nil, nil
	}
	text, err := files.ReadWhole(file, 1<<20)
	if err != nil {
		return nil, err
	}
	pool, err := x509.SystemCertPool()
	if err != nil {
		pool = x509.NewCertPool()
	}
	if !pool.AppendCertsFromPEM(text) {
		return nil, fmt.Errorf("there is no certificate in %s", file)
	}
	return pool, nil
}

// patience is how long a command may take to print a secret; somebody may
// have to type a passphrase.
const patience = 30 * time.Second

// secret is a secret of a channel: what the file has, else the environment,
// else what the command prints.
func (o *Office) secret(channel, member, value string, command []string) (string, error) {
	if value == "" {
		value = os.Getenv(settings.EnvOf(channel, member))
	}
	if value == "" && len(command) > 0 {
		ctx, cancel := context.WithTimeout(context.Background(), patience)
		defer cancel()
		out, err := exec.CommandContext(ctx, command[0], command[1:]...).Output()
		if err != nil {
			return "", fmt.Errorf("%s_command of channel %s: %w", member, channel, err)
		}
		value, _, _ = strings.Cut(string(out), "\n")
		value = strings.TrimRight(value, "\r")
	}
	if len(value) >= 6 {
		o.mu.Lock()
		defer o.mu.Unlock()
		o.secrets = append(o.secrets, value)
	}
	return value, nil
}
