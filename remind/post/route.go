package post

import (
	"maps"
	"slices"
	"strings"
	"unicode"

	"tracker/claims"
	"tracker/reading/date"
	"tracker/remind"
	"tracker/settings"
)

// routesTo are the ways that lead to a recipient.
func (o *Office) routesTo(name string) ([]remind.Route, error) {
	to := o.settings.Recipients[name]
	zone := o.settings.Zone
	if to.Zone != "" {
		var err error
		if zone, err = claims.Zone(to.Zone); err != nil {
			return nil, err
		}
	}
	from, until, refusal := to.QuietHours()
	if refusal != nil {
		return nil, refusal
	}
	r := remind.Route{Recipient: name, Zone: zone, Quiet: remind.Hours{From: from, To: until},
		Rules: remind.Rules{After: to.After, Times: to.Times, Ahead: to.Ahead}, Most: to.Most}
	var err error
	if r.Only, err = o.filters(name, to); err != nil {
		return nil, err
	}
	if to.Rest {
		if r.Except, err = o.others(name); err != nil {
			return nil, err
		}
	}
	var list []remind.Route
	for _, channel := range to.Channels {
		r.Channel = channel
		r.Text = o.kind(channel) == Stdout
		r.Daily = !to.Often && !r.Text
		list = append(list, r)
	}
	return list, nil
}

// kind is the kind of a channel.
func (o *Office) kind(channel string) string {
	if c, ok := o.settings.Channels[channel]; ok {
		return c.Kind
	}
	return channel // standard output
}

// others are what the filters of everybody else mean.
func (o *Office) others(name string) (list []claims.Filter, err error) {
	for _, other := range slices.Sorted(maps.Keys(o.settings.Recipients)) {
		if other == name {
			continue
		}
		filters, err := o.filters(other, o.settings.Recipients[other])
		if err != nil {
			return nil, err
		}
		list = append(list, filters...)
	}
	return list, nil
}

// filters reads what a recipient is told of.
func (o *Office) filters(name string, to settings.Recipient) (list []claims.Filter, err error) {
	for _, text := range to.Only {
		f, err := claims.ParseFilter(terms(text), o.settings.Dates(date.Past))
		if err != nil {
			return nil, claims.Mistyped("recipient %s: only = %q: %v", name, text, err).
				WithHint(`only = ["speaker:ministry", "+sanctions event:summit"]`)
		}
		list = append(list, f)
	}
	return list, nil
}

// terms splits a filter before every key and sign, so that names may have
// spaces: "speaker:The ministry +sanctions".
func terms(text string) (list []string) {
	for _, word := range strings.Fields(text) {
		key, _, ok := strings.Cut(word, ":")
		named := ok && !strings.ContainsFunc(key, func(r rune) bool { return !unicode.IsLower(r) && r != '.' })
		if len(list) == 0 || named || strings.HasPrefix(word, "+") || strings.HasPrefix(word, "-") {
			list = append(list, word)
		} else {
			list[len(list)-1] += " " + word
		}
	}
	return list
}
