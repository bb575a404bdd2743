package report

import (
	"tracker/board"
	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/hedge"
)

// The types of schema.org that a ClaimReview is made of. None has a property
// that schema.org does not give it.
type (
	reviews struct {
		Context string        `json:"@context"`
		Graph   []claimReview `json:"@graph"`
	}
	claimReview struct {
		Type          string       `json:"@type"`
		URL           string       `json:"url"`
		DatePublished calendar.Day `json:"datePublished"`
		Author        thing        `json:"author"`
		ClaimReviewed string       `json:"claimReviewed"`
		ItemReviewed  reviewed     `json:"itemReviewed"`
		ReviewRating  rating       `json:"reviewRating"`
	}
	reviewed struct {
		Type          string       `json:"@type"`
		Author        thing        `json:"author"`
		DatePublished calendar.Day `json:"datePublished"`
		Appearance    []thing      `json:"appearance,omitempty"`
	}
	rating struct {
		Type          string `json:"@type"`
		AlternateName string `json:"alternateName"`
	}
	thing struct {
		Type string `json:"@type"`
		Name string `json:"name,omitempty"`
		URL  string `json:"url,omitempty"`
	}
)

// claimReviews are the claims of which it can be said what became of them, for
// search engines and Fact Check Explorer. A review is of a place on the page:
// a claim that does not stand there has none.
func (r Report) claimReviews() ([]byte, error) {
	if err := r.published(ClaimReview); err != nil {
		return nil, err
	}
	out := reviews{"https://schema.org", []claimReview{}}
	for i := range r.Claims {
		if c := &r.Claims[i]; reviewable(c) && r.onPage(c.ID) {
			out.Graph = append(out.Graph, r.review(c))
		}
	}
	text, err := Document(out, 0)
	return append(text, '\n'), err
}

// reviewable reports whether what became of a claim is settled: it counts, and
// it was kept or broken, right or wrong, in time or not, or in part.
func reviewable(c *Claim) bool {
	switch c.Standing {
	case claims.Kept, claims.KeptEarly, claims.KeptLate, claims.KeptInPart, claims.Broken,
		claims.Right, claims.Wrong, claims.StoodEarly, claims.StoodLate, claims.InPart:
		return c.Bucket == board.BucketScored || c.Bucket == board.BucketNoNumber
	}
	return false
}

func (r Report) review(c *Claim) claimReview {
	v := claimReview{Type: "ClaimReview", URL: r.address(c.ID), DatePublished: r.AsOf, ClaimReviewed: c.claimed(),
		Author:       thing{Type: "Organization", Name: r.Desk.Name, URL: webURL(r.Desk.Contact)},
		ItemReviewed: reviewed{Type: "Claim", Author: thing{Type: schemaKind(c.SpeakerKind), Name: c.Speaker}, DatePublished: c.StatedOn.Day()},
		ReviewRating: rating{"Rating", c.rated()}}
	for _, k := range c.CarriedBy {
		if u := webURL(k.URL); u != "" {
			v.ItemReviewed.Appearance = append(v.ItemReviewed.Appearance, thing{Type: "CreativeWork", Name: k.Source, URL: u})
		}
	}
	return v
}

// claimed is what was said to happen and when, in our words.
func (c *Claim) claimed() string {
	return statementOurs(c) + " (" + dates(c.Window.Earliest, c.Window.Latest) + ")"
}

// rated is what became of a claim. No bare right or wrong stands beside what was
// said to be unlikely, or not to happen: a search engine shows the two apart
// from the page.
func (c *Claim) rated() string {
	words := upper(standingWords(*c))
	if s := c.Reply(); s != "" {
		words += " (" + s + ")"
	}
	if c.Side != hedge.No {
		return words
	}
	return words + ": " + HappenedWords(c.view())
}

// schemaKind is a kind of speaker in schema.org's words. Nobody knows who an
// anonymous speaker is, and a person it is.
func schemaKind(k claims.SpeakerKind) string {
	if k == claims.Institution || k == claims.Outlet {
		return "Organization"
	}
	return "Person"
}
