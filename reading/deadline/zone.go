package deadline

import (
	"slices"
	"time"

	"tracker/calendar"
)

// zones names the IANA zone of the abbreviations and places that stand after a
// clock time in the news. Standard and summer names mean the place's own clock.
var zones = map[string]string{
	"et": "America/New_York", "est": "America/New_York", "edt": "America/New_York", "eastern": "America/New_York",
	"ct": "America/Chicago", "cst": "America/Chicago", "cdt": "America/Chicago", "central": "America/Chicago",
	"mt": "America/Denver", "mst": "America/Denver", "mdt": "America/Denver", "mountain": "America/Denver",
	"pt": "America/Los_Angeles", "pst": "America/Los_Angeles", "pdt": "America/Los_Angeles", "pacific": "America/Los_Angeles",
	"gmt": "UTC", "utc": "UTC", "z": "UTC", "bst": "Europe/London", "london": "Europe/London",
	"cet": "Europe/Paris", "cest": "Europe/Paris", "brussels": "Europe/Paris", "paris": "Europe/Paris", "berlin": "Europe/Paris",
	"eet": "Europe/Kyiv", "eest": "Europe/Kyiv", "kyiv": "Europe/Kyiv", "kiev": "Europe/Kyiv",
	"msk": "Europe/Moscow", "moscow": "Europe/Moscow", "ist": "Asia/Kolkata", "jst": "Asia/Tokyo", "tokyo": "Asia/Tokyo",
	"kst": "Asia/Seoul", "beijing": "Asia/Shanghai", "hkt": "Asia/Hong_Kong", "sgt": "Asia/Singapore",
	"aest": "Australia/Sydney", "aedt": "Australia/Sydney", "sydney": "Australia/Sydney", "nzst": "Pacific/Auckland", "nzdt": "Pacific/Auckland",
}

// placeZones are the places among the zones, which name one only with "time"
// after them: "2020 Tokyo Olympics" is a year.
var placeZones = []string{"eastern", "central", "mountain", "pacific", "london", "brussels", "paris", "berlin", "kyiv", "kiev",
	"moscow", "tokyo", "beijing", "sydney"}

// zoned reports whether a zone stands at i.
func (p *parser) zoned(i int) bool {
	t := p.at(i)
	return zones[t.word] != "" && (!slices.Contains(placeZones, t.word) || p.at(i+1).among("time", "standard", "daylight", "summer"))
}

// location loads a zone of the table when the instant of the statement makes
// it matter. A machine without it leaves the day as it is named.
func (p *parser) location(name string) *time.Location {
	if p.said.At.IsZero() {
		return nil
	}
	if loc, ok := p.r.zones.Load(name); ok {
		return loc.(*time.Location)
	}
	loc, err := time.LoadLocation(name)
	if err != nil {
		return nil
	}
	p.r.zones.Store(name, loc)
	return loc
}

// zone reads the zone after a time: "ET", "Moscow time", "local time", "UTC+3".
func (p *parser) zone(i int) (*time.Location, int) {
	j := p.over(i, "(")
	t := p.at(j)
	name := zones[t.word]
	if p.seq(j, "new", "york") > 0 || p.seq(j, "washington", "time") > 0 {
		name, j = zones["et"], p.over(j, "new")
	}
	switch {
	case t.is("local") || t.is("their"):
		return nil, p.over(j+1, "time")
	case name == "" || !t.caps && t.word != "z" && !p.at(j+1).is("time"):
		return nil, i
	}
	j = p.skip(j+1, "standard", "daylight", "summer")
	j = p.over(j, "time")
	loc := p.location(name)
	if s := p.at(j); name == "UTC" && s.among("+", "-") && s.glued && p.at(j+1).kind == number && p.at(j+1).value <= 14 {
		hours := int(p.at(j + 1).value)
		if s.is("-") {
			hours = -hours
		}
		loc, j = time.FixedZone("", hours*3600), j+2
	}
	return loc, p.over(j, ")")
}

// local returns the day in the claim's zone on which it is c on day d in c's
// zone. Without an instant the claim's zone is unknown and the day stays.
func (p *parser) local(d calendar.Day, c clock) calendar.Day {
	if c.zone == nil || p.said.At.IsZero() || d < calendar.First || d >= calendar.Last {
		return d
	}
	y, m, day := d.Civil()
	return calendar.Of(time.Date(y, m, day, 0, min(c.minute, midnight-1), 0, 0, c.zone).In(p.said.At.Location()))
}
