package article

import (
	"bytes"
	"slices"
	"strings"
	"unicode"

	"golang.org/x/net/html/atom"
)

// isBlock reports elements that stand apart from the text around them.
func isBlock(tag atom.Atom) bool {
	switch tag {
	case atom.P, atom.Div, atom.Article, atom.Section, atom.Main, atom.Header, atom.Footer, atom.Nav, atom.Aside, atom.Figure, atom.Figcaption, atom.Form, atom.Fieldset, atom.Blockquote, atom.Ul, atom.Ol, atom.Li, atom.Dl, atom.Dt, atom.Dd, atom.Table, atom.Caption, atom.Tr, atom.Pre, atom.Address, atom.Details, atom.Summary, atom.Dialog, atom.Menu, atom.Center,
		atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Body, atom.Head, atom.Hr, atom.Option, atom.Tbody, atom.Thead, atom.Tfoot:
		return true
	}
	return false
}

// isVoid reports elements that hold nothing.
func isVoid(tag atom.Atom) bool {
	switch tag {
	case atom.Meta, atom.Link, atom.Img, atom.Input, atom.Source, atom.Wbr, atom.Base, atom.Area, atom.Col, atom.Embed, atom.Track, atom.Param:
		return true
	}
	return false
}

// isUnseen reports elements whose text is no part of what people read.
func isUnseen(tag atom.Atom) bool {
	switch tag {
	case atom.Script, atom.Style, atom.Head, atom.Title, atom.Template, atom.Noscript, atom.Iframe, atom.Noembed, atom.Noframes, atom.Textarea, atom.Select, atom.Option, atom.Button, atom.Svg, atom.Object, atom.Audio, atom.Video, atom.Canvas, atom.Xmp, atom.Dialog, atom.Math:
		return true
	}
	return false
}

// isEmbed reports elements of AMP that hold what is no part of the article: posts
// of others, menus, consent.
func isEmbed(name []byte) bool {
	switch string(name) {
	case "amp-accordion", "amp-carousel", "amp-base-carousel", "amp-fit-text", "amp-layout", "amp-story", "amp-selector":
		return false
	}
	return bytes.HasPrefix(name, []byte("amp-"))
}

func isHeading(tag atom.Atom) bool {
	switch tag {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// isAround reports elements that stand around an article.
func isAround(tag atom.Atom) bool {
	switch tag {
	case atom.Nav, atom.Footer, atom.Aside, atom.Form, atom.Figcaption, atom.Menu, atom.Caption:
		return true
	}
	return false
}

// hidden reports an element that the page itself does not show.
func hidden(attrs map[string]string) bool {
	style := strings.ReplaceAll(strings.ToLower(attrs["style"]), " ", "")
	return attrs["hidden"] != "" || strings.EqualFold(attrs["aria-hidden"], "true") ||
		strings.Contains(style, "display:none") || strings.Contains(style, "visibility:hidden")
}

// kindOfElement is what the page says that an element holds.
func kindOfElement(tag atom.Atom, attrs map[string]string) holds {
	switch {
	case strings.EqualFold(attrs["itemprop"], "articleBody"):
		return bodyOfArticle
	case tag == atom.Article || strings.EqualFold(attrs["role"], "article"):
		return oneArticle
	case tag == atom.Main || strings.EqualFold(attrs["role"], "main"):
		return mainPart
	}
	class := strings.ToLower(attrs["class"] + " " + attrs["id"])
	class = strings.ReplaceAll(strings.ReplaceAll(class, "_", ""), "-", "")
	for _, name := range [...]string{"articlebody", "articletext", "articlecontent", "storybody", "storycontent", "entrycontent", "postcontent", "postbody", "contentbody", "bodycopy", "bodytext", "pressrelease"} {
		if strings.Contains(class, name) {
			return bodyOfArticle
		}
	}
	return anything
}

// unlikely reports an element whose class says that it is no part of an
// article.
func unlikely(tag atom.Atom, attrs map[string]string) bool {
	switch tag {
	case atom.Body, atom.Main, atom.Article:
		return false
	}
	switch strings.ToLower(attrs["role"]) {
	case "navigation", "complementary", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu", "note":
		return true
	}
	for _, word := range classWords(attrs["class"] + " " + attrs["id"]) {
		switch word {
		case "nav", "navbar", "navigation", "menu", "footer", "sidebar", "related", "recommended", "recommendations", "recirc", "promo", "newsletter", "subscribe", "subscription", "signup", "share", "sharing", "social", "comment", "comments", "disqus", "cookie", "cookies", "consent", "gdpr", "advert", "advertisement", "ad", "ads", "sponsor", "sponsored", "outbrain", "taboola", "breadcrumb", "breadcrumbs", "byline", "caption", "credit", "toolbar", "pagination", "pager", "popup", "modal", "overlay", "paywall", "trending", "popular", "tags", "teaser", "teasers", "copyright", "legal", "disclaimer", "widget", "readmore", "mostread", "masthead", "skip":
			return true
		}
	}
	return false
}

// isByline reports an element that names who wrote the article.
func isByline(attrs map[string]string) bool {
	return slices.Contains(classWords(attrs["class"]), "byline")
}

// classWords are the words of names as pages write them: "related-stories",
// "relatedStories".
func classWords(s string) []string {
	var b strings.Builder
	small := false
	for _, r := range s[:min(len(s), 500)] {
		if unicode.IsUpper(r) && small {
			b.WriteByte(' ')
		}
		if small = unicode.IsLower(r); !unicode.IsLetter(r) {
			r = ' '
		}
		b.WriteRune(unicode.ToLower(r))
	}
	return strings.Fields(b.String())
}
