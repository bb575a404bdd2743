package intake

import (
	"crypto/sha256"
	"encoding/hex"
	"io"

	"tracker/claims"
	"tracker/exchange"
	"tracker/files"
	"tracker/reading/date"
	"tracker/reading/deadline"
	"tracker/reading/draft"
)

// maxArticle is how long an article may be.
const maxArticle = 8 << 20

// ArticleOptions say which article is read, and where and when it was
// published: Said as a person typed it.
type ArticleOptions struct{ File, Said, Source, URL string }

// ReadArticle proposes the claims of an article. It stores nothing; in is
// standard input, which the file "-" stands for.
func ReadArticle(o ArticleOptions, in io.Reader, r *claims.Reader, dates date.Options) (exchange.Drafts, error) {
	if o.Said == "" || o.Source == "" {
		return exchange.Drafts{}, claims.Refuse("", "an article needs the day and the outlet that it was published by").
			WithHint(`tracker draft %s --said 2025-08-06 --source "Evening News"`, o.File)
	}
	a, err := articleOf(o, r, dates)
	if err != nil {
		return exchange.Drafts{}, err
	}
	text, err := articleText(o.File, in)
	if err != nil {
		return exchange.Drafts{}, err
	}
	sum := sha256.Sum256(text)
	a.Text, a.SHA256 = string(text), hex.EncodeToString(sum[:])
	return exchange.NewDrafts(a, (&draft.Reader{Deadlines: r.Deadlines, Hedges: r.Hedges}).Read(a.Article)), nil
}

// articleOf is an article without its text.
func articleOf(o ArticleOptions, r *claims.Reader, dates date.Options) (exchange.Article, error) {
	a := exchange.Article{URL: o.URL, Zone: r.Zone, Lexicon: r.Hedges.Name(), Rules: r.Rules}
	said, err := claims.ReadStated(o.Said, dates)
	if err != nil {
		return a, err
	}
	if a.StatedOn, _, err = claims.ParseMoment(said, r.Zone, false); err != nil {
		return a, err
	}
	a.Source, a.Said = o.Source, deadline.Said{On: a.StatedOn.Day(), At: a.StatedOn.Time()}
	return a, nil
}

func articleText(path string, in io.Reader) ([]byte, error) {
	f, name, _, err := files.Open(path, in)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	text, err := io.ReadAll(io.LimitReader(f, maxArticle+1))
	if err != nil {
		return nil, files.Missing(name, err)
	}
	if len(text) > maxArticle {
		return nil, claims.Refuse("", "%s is longer than %d bytes", name, maxArticle).WithHint("an article is never that long")
	}
	return text, nil
}
