package settings

import (
	"fmt"

	"tracker/claims"
)

// Recipient is [recipients.NAME]: somebody to be told.
type Recipient struct {
	Channels  []string          `toml:"channels"`
	Address   string            `toml:"address"`   // a mail address, or what {{.Address}} is in a body
	Addresses map[string]string `toml:"addresses"` // by channel, where they differ
	Only      []string          `toml:"only"`      // filters; told of what any of them means
	Rest      bool              `toml:"rest"`      // told of what nobody else's only means
	After     int               `toml:"after"`     // days that a claim must have waited
	Ahead     int               `toml:"ahead"`     // days before a window closes to say so
	Times     int               `toml:"times"`     // prompts for a claim at most
	Most      int               `toml:"most"`      // claims in a message at most
	Often     bool              `toml:"often"`     // more than one message a day
	Quiet     string            `toml:"quiet"`     // 22:00-07:00
	Zone      string            `toml:"zone"`
}

// AddressOn is where a channel reaches r.
func (r *Recipient) AddressOn(channel string) string {
	if a, ok := r.Addresses[channel]; ok {
		return a
	}
	return r.Address
}

func (r *Recipient) check(name string, channels map[string]Channel) *claims.Error {
	if len(r.Channels) == 0 {
		return claims.Refuse("channels", "recipient %s has no channel", name).WithHint(`channels = ["mail"]`)
	}
	for _, ch := range r.Channels {
		if _, ok := channels[ch]; !ok && ch != "stdout" {
			return claims.Refuse("channels", "recipient %s has a channel %q, which is not configured", name, ch).WithHint("[channels.%s]", ch)
		}
		switch address := r.AddressOn(ch); {
		case channels[ch].Kind != "mail":
		case address == "":
			return claims.Refuse("channels", "recipient %s has no address for %s", name, ch).WithHint(`address = "desk@example.org"`)
		case !isAddress(address):
			return claims.Refuse("address", "%q is no mail address", address).WithHint(`address = "desk@example.org", or addresses = {%s = "…"}`, ch)
		}
	}
	for _, n := range []struct {
		member string
		value  int
	}{{"after", r.After}, {"ahead", r.Ahead}, {"times", r.Times}, {"most", r.Most}} {
		if n.value < 0 || n.value > 1000 {
			return claims.Refuse(n.member, "%d is out of range", n.value).WithHint("0 to 1000")
		}
	}
	if r.Rest && len(r.Only) > 0 {
		return claims.Refuse("rest", "rest and only exclude each other").WithHint("rest = true is for what no only names")
	}
	if _, err := claims.Zone(r.Zone); r.Zone != "" && err != nil {
		return claims.Refuse("zone", "%v", err).WithHint("use an IANA name such as Europe/London or UTC")
	}
	_, _, err := r.QuietHours()
	return err
}

// QuietHours are those in which r is not disturbed, in minutes after midnight.
func (r *Recipient) QuietHours() (from, to int, err *claims.Error) {
	if r.Quiet == "" {
		return 0, 0, nil
	}
	var h [4]int
	if n, serr := fmt.Sscanf(r.Quiet+"$", "%2d:%2d-%2d:%2d$", &h[0], &h[1], &h[2], &h[3]); n != 4 || serr != nil ||
		h[0] > 23 || h[2] > 24 || h[1] > 59 || h[3] > 59 || min(h[0], h[1], h[2], h[3]) < 0 {
		return 0, 0, claims.Refuse("quiet", "%q are no hours of a day", r.Quiet).WithHint(`quiet = "22:00-07:00"`)
	}
	return h[0]*60 + h[1], h[2]*60 + h[3], nil
}
