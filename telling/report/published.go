package report

import (
	"fmt"

	"tracker/claims"
)

// published refuses a format that names the page where the report stands, when
// nobody said where that is or whose it is.
func (r Report) published(f Format) error {
	switch {
	case r.base == "":
		return claims.Mistyped("a report as %s names the page where it stands, and none is given", f).
			WithHint("--base-url https://www.example.org/accuracy.html, with the address of yours")
	case r.Desk.Name == "":
		return claims.Refuse("", "a report as %s says whose it is, and no desk is named", f).WithHint("name = \"…\" under [desk] in the configuration; tracker help environment")
	}
	return nil
}

// BaseURL returns the address of a page as a link, and refuses what is none:
// places in the page are added to it. "" is none that was given.
func BaseURL(address string) (string, error) {
	if address == "" {
		return "", nil
	}
	u := webURL(address)
	for _, sign := range u {
		if sign == '#' {
			u = ""
			break
		}
	}
	if u == "" {
		return "", claims.Mistyped("--base-url %q is not the address of a page", address).WithHint("--base-url https://www.example.org/accuracy.html")
	}
	return u, nil
}

// address is where a claim stands on the page, "" for one that does not.
func (r Report) address(id claims.ID) string {
	if !r.onPage(id) {
		return ""
	}
	return fmt.Sprintf("%s#claim-%d", r.base, id)
}
