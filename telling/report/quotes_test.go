package report

import (
	"encoding/json"
	"encoding/xml"
	"fmt"
	"html"
	"maps"
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"tracker/board"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// ownWords is a book in which words of confidence, deadlines, conditions and
// numbers stand beside quotes that do not have them.
func ownWords() []claims.Claim {
	list := built()
	for i, m := range []made{
		{speaker: "The ministry", statement: "The pier is rebuilt", quote: "We are getting there", said: "2025-08-06", event: "pier", hedge: "expects to",
			window: soft("imminent", "2025-08-06", "2025-08-13", deadline.ClassVague, deadline.Vague, false), change: func(c *claims.Claim) { c.Condition = "if the money comes" }},
		{speaker: "Harbour News", kind: claims.Outlet, statement: "The pier is rebuilt", quote: "In nine of ten runs it was done", said: "2025-08-06", event: "pier", hedge: "30 %",
			window: read("by Ramadan", "2025-08-06", "2025-08-13"), verdict: no("")},
		{speaker: "The envoy", statement: "The talks resume", said: "2025-08-06", event: "talks", hedge: "could", window: read("within a week", "2025-08-06", "2025-08-13"),
			verdict: no(""), change: func(c *claims.Claim) { c.Condition = "both sides agree" }},
		{speaker: "The envoy", typ: claims.Promise, wordsBy: claims.ByReport, source: "Harbour News", statement: "The talks resume", quote: "The talks would “surely” resume in May", said: "2025-04-06",
			event: "may-talks", hedge: "would", window: read("in May", "2025-05-01", "2025-05-31"), verdict: no("")},
		{speaker: "The envoy", typ: claims.Promise, statement: "The talks resume", quote: "by July, for certain, unless it rains", said: "2025-06-01", event: "may-talks", hedge: "will",
			window: read("until July", "2025-06-01", "2025-07-01"), verdict: no(""), change: func(c *claims.Claim) { c.Condition, c.Supersedes = "unless it rains", uid(24) }},
		{speaker: "Captain", kind: claims.Person, statement: "The team wins", quote: "I would bet on it", said: "2025-06-01", event: "cup", hedge: "would", window: read("this summer", "2025-06-01", "2025-08-31"),
			verdict: no(""), change: func(c *claims.Claim) {
				c.Hedge.Kind, c.Hedge.P, c.Hedge.Low, c.Hedge.High = hedge.Explicit, new(0.6), new(0.6), new(0.6)
			}},
		{speaker: "The choir", statement: `The song "Tomorrow" is sung at the «harbour» feast`, quote: "We will sing Tomorrow", said: "2025-08-06", event: "song", hedge: "will",
			window: read("in May", "2025-05-01", "2025-05-31"), verdict: no(`"It rained", says nobody`), change: func(c *claims.Claim) { c.Criterion = "somebody says “it was sung”" }},
	} {
		list = append(list, m.claim(21+i))
	}
	return list
}

// Nobody is quoted who did not say it: in every format every pair of quotation
// marks stands around words of a stored quote, in the row of a claim around
// words of its own.
func TestQuotationMarks(t *testing.T) {
	list := ownWords()
	for _, by := range []board.Grouping{board.BySpeaker, board.BySource, board.ByEvent, board.ByHedge} {
		r := New(scored(list, by, standard), Options{})
		seen := 0
		for _, f := range Formats {
			for _, text := range textsOf(t, r, f) {
				for _, words := range quotedParts(t, text.words) {
					seen++
					if !said(list, text.id, words) {
						t.Errorf("%s: %q stands in quotation marks and nobody said it: %s", f, words, text.words)
					}
				}
			}
		}
		for _, text := range chartTexts(t, r) {
			for _, words := range quotedParts(t, text) {
				seen++
				if !said(list, 0, words) {
					t.Errorf("a chart: %q stands in quotation marks and nobody said it: %s", words, text)
				}
			}
		}
		if seen < 80 {
			t.Errorf("by %s: only %d quotations seen", by, seen)
		}
	}
}

// chartTexts are the texts of the charts as files.
func chartTexts(t *testing.T, r Report) (list []string) {
	t.Helper()
	for _, name := range ChartNames {
		for _, format := range []string{"svg", "csv"} {
			if r.Chart(name).Empty() {
				continue
			}
			out, err := r.ChartFile(name, format)
			if err != nil {
				t.Fatal(err)
			}
			if format == "csv" {
				for _, row := range csvRows(t, string(out)) {
					list = append(list, slices.Collect(maps.Values(row))...)
				}
				continue
			}
			for _, text := range textNodes(regexp.MustCompile(`(?s)<style>.*?</style>`).ReplaceAllString(string(out), ""), "0") {
				list = append(list, text.words)
			}
		}
	}
	if len(list) < 50 {
		t.Fatalf("only %d texts of charts", len(list))
	}
	return list
}

// shown is a text of a rendering, with the claim it is about, 0 for none.
type shown struct {
	words string
	id    claims.ID
}

// said reports whether words stand in the quote of a claim, or in that of any.
func said(list []claims.Claim, id claims.ID, words string) bool {
	for _, c := range list {
		if (id == 0 || c.ID == id) && claims.Quoted(c.Quote, words) {
			return true
		}
	}
	return false
}

var (
	reTag  = regexp.MustCompile(`<[^>]*>`)
	reLink = regexp.MustCompile(`\\([^)]*\\)`)
	reID   = regexp.MustCompile(`^(?:\|? ?|\s*- )#(\d+)`)

	reArticle = regexp.MustCompile(`(?s)<article [^>]*id="claim-(\d+)".*?</article>`)
	reItem    = regexp.MustCompile(`<(?:tr|li|p|text|title|desc|caption|summary|option)[ >]`)
)

// textsOf takes a rendering apart into the texts that people read. Of JSON and
// CSV these are the sentences of ours: their quotes need no marks.
func textsOf(t *testing.T, r Report, f Format) []shown {
	t.Helper()
	out := mustWrite(t, r, f)
	var list []shown
	switch f {
	case CSV:
		for _, row := range csvRows(t, out) {
			list = append(list, shown{row["why"], 0})
		}
	case JSON:
		var x struct {
			Headlines, LeftOut, Recomputed []string
			PolicySentence                 string
			Claims                         []struct {
				ID           claims.ID
				Why, Formula string
			}
		}
		if err := json.Unmarshal([]byte(strings.NewReplacer("left_out", "LeftOut", "policy_sentence", "PolicySentence").Replace(out)), &x); err != nil {
			t.Fatal(err)
		}
		for _, s := range append(append(append(x.Headlines, x.LeftOut...), x.Recomputed...), x.PolicySentence) {
			list = append(list, shown{s, 0})
		}
		for _, c := range x.Claims {
			list = append(list, shown{c.Why, c.ID}, shown{c.Formula, c.ID})
		}
	case ClaimReview:
		var x reviews
		if err := json.Unmarshal([]byte(out), &x); err != nil {
			t.Fatal(err)
		}
		for _, v := range x.Graph {
			list = append(list, shown{v.ClaimReviewed, idAt(t, v.URL)}, shown{v.ReviewRating.AlternateName, idAt(t, v.URL)})
		}
	case Atom:
		var x atomFeed
		if err := xml.Unmarshal([]byte(out), &x); err != nil {
			t.Fatal(err)
		}
		for _, e := range x.Entries {
			list = append(list, shown{e.Title, idAt(t, e.Link.Href)})
			for l := range strings.Lines(e.Content.Text) {
				list = append(list, shown{l, idAt(t, e.Link.Href)})
			}
		}
	case Calendar:
		text := strings.NewReplacer("\r\n ", "", `\n`, "\n", `\,`, ",", `\;`, ";", "\r", "").Replace(out)
		for l := range strings.Lines(text) {
			list = append(list, shown{strings.TrimSpace(l), 0})
		}
	case XLSX:
		for l := range strings.Lines(out) {
			list = append(list, apart(l, regexp.MustCompile(` \| `))...)
		}
	case Markdown:
		for l := range strings.Lines(reLink.ReplaceAllString(out, "")) {
			list = append(list, apart(strings.ReplaceAll(l, `\`, ""), regexp.MustCompile(`<br>| \| `))...)
		}
	case HTML:
		_, body, _ := strings.Cut(out, "<body>")
		body, _, _ = strings.Cut(body, "<script>")
		for _, m := range reArticle.FindAllStringSubmatch(body, -1) {
			list = append(list, textNodes(m[0], m[1])...)
		}
		for _, part := range reItem.Split(reArticle.ReplaceAllString(body, ""), -1) {
			list = append(list, textNodes("<p "+part, "0")...)
		}
	}
	if len(list) < 15 && f != Calendar {
		t.Fatalf("%s: only %d texts", f, len(list))
	}
	return list
}

// idAt is the claim that an address leads to.
func idAt(t *testing.T, address string) claims.ID {
	t.Helper()
	_, number, ok := strings.Cut(address, "#claim-")
	n, err := strconv.Atoi(number)
	if !ok || err != nil {
		t.Fatalf("%s leads to no claim", address)
	}
	return claims.ID(n)
}

// textNodes are the texts of a piece of a page, all about one claim.
func textNodes(piece, id string) []shown {
	n, _ := strconv.Atoi(id)
	var list []shown
	for l := range strings.Lines(html.UnescapeString(reTag.ReplaceAllString(piece, "\n"))) {
		list = append(list, shown{strings.TrimSpace(l), claims.ID(n)})
	}
	return list
}

// apart cuts a row into its lines, all about the claim that it begins with.
func apart(row string, at *regexp.Regexp) []shown {
	var id claims.ID
	if m := reID.FindStringSubmatch(row); m != nil {
		fmt.Sscan(m[1], &id)
	}
	var list []shown
	for _, l := range at.Split(row, -1) {
		list = append(list, shown{l, id})
	}
	return list
}

// quotedParts are the outermost quotations of a text.
func quotedParts(t *testing.T, text string) []string {
	t.Helper()
	var list []string
	depth, from := 0, 0
	for i, r := range text {
		switch {
		case strings.ContainsRune(`„«»"`, r) && depth == 0:
			t.Errorf("a quotation mark of another form: %s", text)
		case r == '“':
			if depth == 0 {
				from = i + len("“")
			}
			depth++
		case r == '”':
			if depth--; depth == 0 {
				list = append(list, text[from:i])
			}
		}
		if depth < 0 {
			t.Fatalf("a quotation that nobody began: %s", text)
		}
	}
	if depth != 0 {
		t.Errorf("a quotation without an end: %s", text)
	}
	return list
}

// An outlet's words are shown as the outlet's, in the page of every format
// that shows them, and as nobody else's.
func TestWordsOfOutlets(t *testing.T) {
	r := New(scored(ownWords(), board.BySpeaker, standard), Options{})
	for _, f := range []Format{Markdown, HTML} {
		named := map[claims.ID]bool{}
		for _, text := range textsOf(t, r, f) {
			if text.id != 0 && strings.HasSuffix(text.words, "words, not the speaker's") {
				named[text.id] = true
				if c := &r.Claims[r.byID[text.id]]; len(c.CarriedBy) > 0 && !strings.Contains(text.words, c.CarriedBy[0].Source) {
					t.Errorf("%s: the words of claim %d are not said to be those of %s: %s", f, c.ID, c.CarriedBy[0].Source, text.words)
				}
			}
		}
		for _, c := range r.Claims {
			if want := c.WordsBy == claims.ByReport && c.Quote != ""; named[c.ID] != want {
				t.Errorf("%s: claim %d is by %s, and named as an outlet's: %v", f, c.ID, c.WordsBy, named[c.ID])
			}
		}
		if len(named) != 3 {
			t.Errorf("%s: %d outlets named, want 3", f, len(named))
		}
	}
}

// Nothing published tells a reader what to type.
func TestNoCommandIsPublished(t *testing.T) {
	list := ownWords()
	for _, policy := range []board.Policy{standard, {Windows: board.WindowsExact}, {Windows: board.WindowsAll, ExcludeHindsight: true}} {
		r := New(scored(list, board.BySpeaker, policy), Options{})
		for _, f := range Formats {
			for _, text := range textsOf(t, r, f) {
				if typed := regexp.MustCompile(`tracker [a-z]|(^|\s)--[a-z]`).FindString(text.words); typed != "" {
					t.Errorf("%s: %q in %s", f, typed, text.words)
				}
			}
		}
	}
}

// A condition is said once, however it begins.
func TestConditionLine(t *testing.T) {
	for condition, want := range map[string]string{
		"":                        "",
		"he is president":         "if he is president (in our words)",
		"if he is president":      "condition: if he is president (in our words)",
		"If he is elected.":       "condition: “If he is elected”",
		"he is elected":           "if “he is elected”",
		"unless talks break down": "condition: unless talks break down (in our words)",
		"iffy weather clears":     "if iffy weather clears (in our words)",
	} {
		c := Claim{Claim: claims.Claim{Condition: condition, Quote: "If he is elected, it ends."}}
		if got := c.ConditionLine(); got != want {
			t.Errorf("%q: %q, want %q", condition, got, want)
		}
	}
}
