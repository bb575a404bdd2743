package draft

import "tracker/reading/clause"

// forThePress reports what a release says to those who work with it, where no
// day is named: "journalists will find images in our library", "available on
// request".
func forThePress(t *clause.Text) bool {
	if t.Word(0) == "for" && isMatter(t.Word(1), t.Word(2)) {
		return true
	}
	if hasDay(t) {
		return false
	}
	for i := range t.Words {
		next := t.Word(i + 1)
		switch t.Word(i) {
		case "on", "upon":
			if next == "request" || next == "presentation" {
				return true
			}
		case "our":
			if (next == "media" || next == "image" || next == "photo" || next == "picture" || next == "press" || next == "video") && isShelf(t.Word(i+2)) {
				return true
			}
		case "this", "the":
			if (next == "page" || next == "article" || next == "post" || next == "site" || next == "blog" || next == "liveblog") && (t.Word(i+2) == "will" || t.Word(i+2) == "may") {
				return true
			}
		case "comments":
			return next == "will" || next == "may"
		case "your":
			if next == "details" || next == "account" || next == "subscription" || next == "browser" {
				return true
			}
		case "no":
			if next == "responsibility" || next == "duty" || next == "liability" {
				return true
			}
		}
	}
	return readsThis(t)
}

// readsThis reports those a release or a page is written for, and what they will
// find in it.
func readsThis(t *clause.Text) bool {
	for i := 0; i < min(8, len(t.Words)); i++ {
		switch t.Word(i) {
		case "journalists", "editors", "reporters", "photographers", "readers", "viewers", "listeners", "subscribers", "correspondents", "press":
		default:
			continue
		}
		if before := t.Word(i - 1); before == "told" || before == "tells" || before == "assured" || before == "informed" { // "told reporters that it would receive"
			continue
		}
		for j := i + 1; j < len(t.Words) && t.Word(j) != ";"; j++ {
			if w := t.Word(j); (w == "find" || w == "receive" || w == "admitted" || w == "download" || w == "access") && (clause.IsModal(t.Word(j-1)) || t.Word(j-1) == "be") {
				return true
			}
		}
	}
	return false
}

// isMatter reports what a release offers: "for further information", "for
// interviews".
func isMatter(first, second string) bool {
	switch first {
	case "more", "further", "additional", "press", "media", "general":
		switch second {
		case "information", "details", "enquiries", "inquiries", "questions", "images", "background", "material", "photos", "queries":
			return true
		}
	case "interviews", "enquiries", "inquiries", "images", "photos", "accreditation":
		return true
	}
	return false
}

func isShelf(word string) bool {
	switch word {
	case "library", "room", "centre", "center", "archive", "gallery", "page", "portal", "bank", "kit":
		return true
	}
	return false
}

// hasDay reports a day or a month in a sentence.
func hasDay(t *clause.Text) bool {
	for i := range t.Words {
		if w := t.Word(i); isWeekday(w) || isYear(w) || isMonth(w) && (w != "may" && w != "march" || i > 0 && t.Words[i].Capital) || w == "tomorrow" || w == "next" {
			return true
		}
	}
	return false
}
