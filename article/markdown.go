package article

import (
	"regexp"
	"strings"
	"sync"
)

// frontMatter is where the body of a text begins whose head is a block of
// "name: value" between lines of three dashes; 0 where it has none.
func frontMatter(text string) int {
	if !strings.HasPrefix(text, "---\n") && !strings.HasPrefix(text, "---\r\n") {
		return 0
	}
	at := strings.IndexByte(text, '\n') + 1
	for n := 0; at < len(text) && n < 200; n++ {
		end := at + strings.IndexByte(text[at:], '\n') + 1
		if end == at {
			return 0
		}
		if row := strings.TrimSpace(text[at:end]); row == "---" || row == "..." {
			return end
		}
		at = end
	}
	return 0
}

// markdown takes the text of Markdown without its marks.
func (a *Article) markdown(t layer) {
	at := frontMatter(t.text)
	for row := range strings.SplitSeq(t.text[:at], "\n") {
		name, value, ok := strings.Cut(row, ":")
		if !ok || strings.HasPrefix(row, " ") {
			continue
		}
		value = strings.Trim(strings.TrimSpace(value), `"'`)
		where := strings.TrimSpace(name) + " in the head of the file"
		switch strings.ToLower(strings.TrimSpace(name)) {
		case "title", "headline":
			a.Title.found(value, where)
		case "author", "by", "authors":
			a.Author.found(strings.Trim(value, "[]"), where)
		case "source", "outlet", "publication", "publisher", "site":
			a.Outlet.found(value, where)
		case "date", "published", "pubdate", "date_published":
			a.day(value, where)
		case "url", "link", "canonical":
			a.address(value, where)
		}
	}
	a.take(over(unmarked(t.text, at), t))
}

// marks are the marks of Markdown; the part that is read is the first group that
// is there.
var marks = sync.OnceValue(func() *regexp.Regexp {
	return regexp.MustCompile("(?m)^```[^\\n]*$|!\\[[^\\]\\n]*\\]\\([^)\\n]*\\)|\\[([^\\]\\n]*)\\]\\([^)\\n]*\\)|\\[\\^[^\\]\\n]*\\]|<(https?://[^>\\s]*)>|\\*\\*|__|\\*([^*\\s][^*\\n]*[^*\\s]|[^*\\s])\\*|`([^`\\n]*)`|\\\\([*_#\\[\\]()`])|^[=-]{3,}[ \\t]*$")
})

// unmarked is a text from byte at on without marks.
func unmarked(text string, at int) layer {
	w := weaver{past: at}
	for _, m := range marks().FindAllStringSubmatchIndex(text[at:], -1) {
		from, to := at+m[0], at+m[1]
		w.copy(text, w.past, from)
		for g := 2; g < len(m); g += 2 {
			if m[g] >= 0 {
				w.copy(text, at+m[g], at+m[g+1])
			}
		}
		w.past = to
	}
	w.copy(text, w.past, len(text))
	return w.layer()
}
