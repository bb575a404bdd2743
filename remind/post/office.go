// Package post is the post office: out of the settings it knows who is told
// through which channel, puts letters into words and hands them over. What a
// channel or a person may not see of a secret is taken out here.
//
//	o, err := post.Open(settings, views, stdout)
//	undelivered, err := post.Round{Office: o, Book: book, …}.Go(ctx)
package post

import (
	"context"
	"errors"
	"maps"
	"slices"
	"strings"
	"sync"

	"tracker/calendar"
	"tracker/claims"
	"tracker/remind"
	"tracker/settings"
	"tracker/telling/report"
)

// Stdout is the channel that needs no configuration.
const Stdout = "stdout"

// Office knows who is told, and how.
type Office struct {
	settings *settings.Settings
	views    func([]claims.Claim) []claims.View
	routes   []remind.Route
	feeds    []remind.Route   // calendars: nothing is sent there
	channels map[string]*slot // those that were used

	mu      sync.Mutex
	secrets []string   // those that were asked for
	writing sync.Mutex // of one letter at a time: views is somebody else's
}

// Open reads who is told out of the settings: whoever reads standard output
// when nobody is configured. Stdout writes a text there.
func Open(s *settings.Settings, views func([]claims.Claim) []claims.View, stdout func(text string) error) (*Office, error) {
	o := &Office{settings: s, views: views, channels: map[string]*slot{Stdout: {channel: printer(stdout)}}}
	for name, c := range s.Channels {
		o.channels[name] = &slot{}
		if c.Kind == Stdout {
			o.channels[name].channel = printer(stdout)
		}
	}
	if len(s.Recipients) == 0 {
		o.routes = []remind.Route{{Channel: Stdout, Zone: s.Zone, Text: true}}
		return o, nil
	}
	for _, name := range slices.Sorted(maps.Keys(s.Recipients)) {
		routes, err := o.routesTo(name)
		if err != nil {
			return nil, err
		}
		for _, r := range routes {
			if o.kind(r.Channel) == "ics" {
				o.feeds = append(o.feeds, r)
			} else {
				o.routes = append(o.routes, r)
			}
		}
	}
	return o, nil
}

// Routes are all ways that lead to somebody.
func (o *Office) Routes() []remind.Route { return o.routes }

// Prints reports whether somebody is told by standard output.
func (o *Office) Prints() bool {
	return slices.ContainsFunc(o.routes, func(r remind.Route) bool { return o.kind(r.Channel) == Stdout })
}

// send hands a message over. No error says a secret.
func (o *Office) send(ctx context.Context, channel string, m remind.Message) (receipt string, err error) {
	c, err := o.channel(channel)
	if err != nil {
		return "", err
	}
	receipt, err = c.Send(ctx, m)
	return o.hide(receipt), o.hidden(err)
}

// Test sends one message that says it is a test, to the first recipient that
// the channel reaches, and returns what the receiver answered.
func (o *Office) Test(ctx context.Context, channel, id string) (to, receipt string, err error) {
	m := remind.Message{ID: id, At: o.settings.Now, Subject: "Test of the channel " + channel,
		Text: "This is a test of tracker's channel " + channel + ". Nothing waits here, and nothing was marked.\n"}
	m.HTML = "<p>" + strings.TrimSpace(m.Text) + "</p>"
	found := channel == Stdout || o.kind(channel) == "desktop" || o.kind(channel) == "webhook" || o.kind(channel) == "exec"
	for _, name := range slices.Sorted(maps.Keys(o.settings.Recipients)) {
		if r := o.settings.Recipients[name]; slices.Contains(r.Channels, channel) {
			m.Name, m.Address, found = name, r.AddressOn(channel), true
			break
		}
	}
	if _, ok := o.settings.Channels[channel]; !ok && channel != Stdout {
		return "", "", claims.Mistyped("no channel is called %s", channel).WithHint("the channels are %s", o.names())
	}
	if o.kind(channel) == "ics" {
		return "", "", claims.Mistyped("a calendar is sent to nobody: every pass writes %s", o.settings.Channels[channel].File).WithHint("tracker remind --deliver")
	}
	if !found {
		return "", "", claims.Mistyped("nobody is reached by the channel %s", channel).WithHint("[recipients.NAME] with channels = [\"%s\"] and an address", channel)
	}
	receipt, err = o.send(ctx, channel, m)
	return m.Name, receipt, err
}

// names lists the channels.
func (o *Office) names() string {
	return strings.Join(append(slices.Sorted(maps.Keys(o.settings.Channels)), Stdout), ", ")
}

// hidden is err without the secrets that its text may have.
func (o *Office) hidden(err error) error {
	if err == nil || o.hide(err.Error()) == err.Error() {
		return err
	}
	text := errors.New(o.hide(err.Error()))
	var f *remind.Failure
	if errors.As(err, &f) {
		return &remind.Failure{Err: text, Dead: f.Dead, After: f.After, Untried: f.Untried}
	}
	return text
}

func (o *Office) hide(text string) string {
	o.mu.Lock()
	defer o.mu.Unlock()
	for _, s := range o.secrets {
		text = strings.ReplaceAll(text, s, "***")
	}
	return text
}

// Message is a letter in words; lines say how to answer each of its claims, or
// nothing where that is done on the command line.
func (o *Office) Message(r remind.Route, d remind.Digest, lines map[claims.ID]string) (remind.Message, error) {
	o.writing.Lock()
	defer o.writing.Unlock()
	views := o.views(d.Claims())
	digest := report.Digest{Waiting: d.Waiting, New: d.New, Today: calendar.Of(d.At.Time(r.Zone)), Zone: r.Zone.String()}
	for i, v := range views {
		digest.Asked = append(digest.Asked, report.Asked{View: v, Ahead: d.Prompts[i].Rule == remind.Ahead, Answer: lines[v.ID]})
	}
	html := ""
	if o.kind(r.Channel) != Stdout {
		var err error
		if html, err = digest.HTML(); err != nil {
			return remind.Message{}, err
		}
	}
	var text strings.Builder
	digest.Write(&text)
	to := o.settings.Recipients[r.Recipient]
	return remind.Message{ID: d.ID, Name: r.Recipient, Address: to.AddressOn(r.Channel), Subject: digest.Subject(), Text: text.String(), HTML: html,
		At: d.At.Time(r.Zone), Waiting: d.Waiting, New: d.New, Claims: views}, nil
}

// printer writes messages to standard output.
type printer func(text string) error

func (p printer) Send(_ context.Context, m remind.Message) (string, error) {
	if err := p(m.Text); err != nil {
		return "", remind.Untried(err)
	}
	return "standard output took it", nil
}
