package exchange

import (
	"errors"
	"slices"
	"strings"
)

// linked is the text of a cell together with where it leads: in a column of
// addresses "here" stands for what is behind it.
func linked(s slot, text, link string) string {
	switch {
	case !isLink(link) || isLink(text):
		return text
	case s.is(forLink), s.is("url"), s.is("archive_url"):
		return link
	case s.is(forEvidence), s.is("verdict.evidence"):
		if strings.Contains(text, " ") && s.is(forEvidence) {
			return link + " " + text
		}
		return link
	}
	return text
}

// leads takes the address behind a cell of another column: behind an outcome
// it is evidence, elsewhere where the statement was published.
func (t *table) leads(s slot, link string) {
	switch {
	case !isLink(link), len(s.targets) == 0, s.is(forLink), s.is("url"), s.is("archive_url"), s.is(forEvidence), s.is("verdict.evidence"):
	case slices.ContainsFunc(s.targets, func(to target) bool { return strings.HasPrefix(to.name, "verdict.") }):
		t.cell.links = append(t.cell.links, link)
	case t.object.first.URL == "":
		t.object.first.URL = link
	}
}

// is reports whether a column is read as a name.
func (s slot) is(name string) bool {
	return slices.ContainsFunc(s.targets, func(to target) bool { return to.as == name })
}

// sheetFaults are what a spreadsheet shows where it could not work out a
// cell.
var sheetFaults = []string{"#REF!", "#DIV/0!", "#VALUE!", "#NAME?", "#NUM!", "#NULL!", "#ERROR!", "#SPILL!", "#CALC!"}

// faulty refuses a cell that a spreadsheet could not work out.
func faulty(text string) error {
	if text != "" && text[0] == '#' && slices.Contains(sheetFaults, text) {
		return errors.New("is " + text + ": the spreadsheet could not work it out")
	}
	return nil
}
