package drafting

import (
	"cmp"
	"context"
	"fmt"
	"io"
	"strconv"
	"strings"

	"tracker/article"
	"tracker/calendar"
	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/reading/draft"
	"tracker/telling/report"
)

// Reading is an article with what was found in it, the best first.
type Reading struct {
	File  article.Article
	From  exchange.Article
	Found []draft.Draft
	Left  []draft.LeftOut // what looks ahead and is no draft
	Taken []string        // what the file says of itself that was taken for an option, in words
}

// Document is what is printed of a reading.
func (r *Reading) Document() exchange.Drafts { return exchange.NewDrafts(r.From, r.Found, r.Left) }

// asker asks a person until accept takes the answer.
type asker func(question string, accept func(string) error) error

// Read proposes the claims of an article. It stores nothing; in is standard
// input, which the file "-" stands for. Ask asks a person for what neither the
// options nor the file say; nil where nobody can be asked.
func Read(ctx context.Context, o Options, in io.Reader, r *claims.Reader, dates date.Options, ask asker) (*Reading, error) {
	var said string
	var err error
	if o.Said != "" {
		if said, err = claims.ReadStated(o.Said, dates); err != nil {
			return nil, err
		}
	}
	if o.Author != "" {
		if o.Author, err = claims.ReadName(o.Author); err != nil {
			return nil, err
		}
	}
	out := &Reading{}
	if out.File, err = open(o.File, in); err != nil {
		return nil, err
	}
	p := published{Options: o, said: said, dates: dates}
	if err := p.settle(&out.File, ask); err != nil {
		return nil, err
	}
	out.Taken = p.taken
	if out.From, err = p.article(&out.File, r); err != nil {
		return nil, err
	}
	out.Found, out.Left = (&draft.Reader{Deadlines: r.Deadlines, Hedges: r.Hedges, Ended: func() bool { return ctx.Err() != nil }}).Examine(out.From.Article)
	if name := authorOf(out.Found); name != "" && o.Author == "" && out.File.Author.Value != "" {
		p.take("the author", name, out.File.Author)
		out.Taken = p.taken
	}
	return out, ctx.Err()
}

// authorOf is who speaks in what an article says of itself, "" where nobody does.
func authorOf(found []draft.Draft) string {
	for i := range found {
		if found[i].SpeakerRule == "byline" {
			return found[i].Speaker
		}
	}
	return ""
}

// published is when and where an article was published, while that is settled.
type published struct {
	Options
	said  string // as a claim has it
	dates date.Options
	taken []string
}

// settle takes what the options leave out from the file, or asks for it.
func (p *published) settle(f *article.Article, ask asker) error {
	if f.Title.Value != "" {
		p.take("the title", "“"+f.Title.Value+"”", f.Title)
	}
	if err := p.settleDay(f); err != nil {
		return err
	}
	if name, err := claims.ReadName(f.Outlet.Value); p.Source == "" && err == nil {
		p.Source = name
		p.take("the outlet", p.Source, f.Outlet)
	}
	if p.URL == "" && f.URL.Value != "" {
		p.URL = f.URL.Value
		p.take("the address", p.URL, f.URL)
	}
	if ask != nil {
		return p.ask(f, ask)
	}
	switch {
	case p.said == "" && f.Doubt != "":
		return claims.Refuse("", "%s", twoDays(f)).WithHint("--said %s says which", f.Day.Value)
	case p.said == "" || p.Source == "":
		return claims.Refuse("", "an article needs the day and the outlet that it was published by").
			WithHint(`tracker draft %s --said %s --source %s`, p.File, cmp.Or(p.said, "DATE"), cmp.Or(quoted(p.Source), "OUTLET"))
	}
	return nil
}

// settleDay takes the day from the file, or says that the file has another than
// was typed.
func (p *published) settleDay(f *article.Article) error {
	if f.Day.Value == "" {
		return nil
	}
	day, err := calendar.Parse(f.Day.Value)
	typed, other := claims.Moment(p.said).Day(), p.said != "" && f.Doubt == ""
	switch {
	case err != nil:
		return err
	case other && typed != day:
		p.taken = append(p.taken, fmt.Sprintf("warning: it is read as of %s, as typed; %s says %s", report.Day(typed), f.Day.Where, report.Day(day)))
	case p.said == "" && f.Doubt == "":
		p.said = f.Day.Value
		p.take("the day", report.Day(day), f.Day)
	}
	return nil
}

// twoDays says that a page contradicts itself.
func twoDays(f *article.Article) string {
	return fmt.Sprintf("the page gives two days: %s says %s, %s", f.Day.Where, f.Day.Value, f.Doubt)
}

// quoted is a name as it is typed, "" for none.
func quoted(name string) string {
	if name == "" {
		return ""
	}
	return strconv.Quote(name)
}

func (p *published) take(what, value string, f article.Found) {
	p.taken = append(p.taken, fmt.Sprintf("%s, %s, is from %s", what, value, f.Where))
}

// ask asks for the day and the outlet where nothing says them.
func (p *published) ask(f *article.Article, ask asker) error {
	if p.said == "" {
		question := "On which day was it published (like 6 Aug 2025)?"
		if f.Doubt != "" {
			t := twoDays(f)
			question = strings.ToUpper(t[:1]) + t[1:] + ". " + question
		}
		if err := ask(question, func(answer string) (err error) {
			p.said, err = claims.ReadStated(answer, p.dates)
			return err
		}); err != nil {
			return err
		}
	}
	if p.Source != "" {
		return nil
	}
	return ask("Which outlet published it?", func(answer string) (err error) {
		p.Source, err = claims.ReadName(answer)
		return err
	})
}

// article is the article as it is read.
func (p *published) article(f *article.Article, r *claims.Reader) (exchange.Article, error) {
	a := exchange.Article{URL: p.URL, SHA256: f.SHA256, Zone: r.Zone, Lexicon: r.Hedges.Name(), Rules: r.Rules}
	var err error
	if a.StatedOn, _, err = claims.ParseMoment(p.said, r.Zone, false); err != nil {
		return a, err
	}
	if now := p.dates.Today; a.StatedOn.Day() > now+1 { // it may be tomorrow elsewhere
		return a, claims.Refuse("said", "the article is of %s, which has not come yet", report.Day(a.StatedOn.Day())).WithHint("--said DATE, at the latest %s", now)
	}
	a.Text, a.Pieces, a.Title, a.Author, a.Source = f.Text, f.Pieces, f.Title.Value, cmp.Or(p.Author, draft.AuthorOf(f.Author.Value)), p.Source
	a.Said = deadline.Said{On: a.StatedOn.Day(), At: a.StatedOn.Time()}
	return a, nil
}

// open reads the file of an article.
func open(path string, in io.Reader) (article.Article, error) {
	f, name, _, err := files.Open(path, in)
	if err != nil {
		return article.Article{}, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, article.Max+1))
	if err != nil {
		return article.Article{}, files.Missing(name, err)
	}
	return article.Read(name, text)
}
