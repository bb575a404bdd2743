package report

import (
	"cmp"
	"net/url"
	"regexp"
	"sync"
)

// Desk is who keeps a book, as its readers are told: each member may be empty.
type Desk struct {
	Name        string `json:"name"`
	Contact     string `json:"contact"`     // an address of the web or of mail, or words
	Licence     string `json:"licence"`     // under which others may use the table
	Corrections string `json:"corrections"` // where to write when something is wrong
}

// mailAddress is one that can be linked.
var mailAddress = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile(`^[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(\.[A-Za-z0-9-]+)+$`)
})

// reach is where a desk can be reached: a link where it is an address.
func reach(address string) line {
	if mailAddress().MatchString(address) {
		return line{Text: address, URL: "mailto:" + url.PathEscape(address)}
	}
	return line{Text: address, URL: webURL(address)}
}

// byline says whose table it is, as of when, and where to read on.
func (r Report) byline() []para {
	whose := plain("No desk is named: whoever publishes this report answers for it.")
	if r.Desk.Name != "" {
		whose = plain("Kept by " + r.Desk.Name + ".")
	}
	for _, t := range []struct{ words, address string }{{" Contact: ", r.Desk.Contact}, {" Corrections: ", r.Desk.Corrections}, {" Licence: ", r.Desk.Licence}} {
		if t.address != "" {
			whose = append(whose, line{Text: t.words}, reach(t.address), line{Text: "."})
		}
	}
	which := r.boardLine
	if r.cut {
		which += " The record is cut off at the end of that day: for this report nothing that was entered later exists."
	}
	if r.Filter != "" {
		which += " Only part of the book: claims matching " + r.Filter + "."
	}
	return []para{whose, {{Text: which + " "}, linkTo("How it is done", "method"), {Text: ", "}, linkTo("what was corrected", "corrections"),
		{Text: " and "}, linkTo("how to dispute it", "dispute"), {Text: "."}}}
}

// disputeSection says what somebody can do who thinks that a line is wrong.
func (r Report) disputeSection() section {
	where := plain("No address for corrections is given here; whoever publishes this page answers for it.")
	if a := cmp.Or(r.Desk.Corrections, r.Desk.Contact); a != "" {
		where = para{{Text: "Write to "}, reach(a), line{Text: "."}}
	}
	where = append(where, line{Text: " Name the claim by its number, and say what is wrong and what shows it. Nothing is deleted from this record: " +
		"a correction is dated and stands on this page beside what it replaced, and a claim that somebody disputes says so until that is settled."})
	s := section{ID: "dispute", Heading: "How to dispute a line", Intro: []para{where}}
	for _, f := range r.all.disputed {
		s.List = append(s.List, append(para{{Text: "Disputed: "}, {Refs: r.refs(f.id)}}, line{Text: ": " + f.text}))
	}
	s.More = r.all.disputes - len(r.all.disputed)
	return s
}
