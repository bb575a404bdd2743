package exchange

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"tracker/claims"
	"tracker/claims/claimstest"
)

// No member of a claim is lost on the way through a file, whichever format it
// is in, and none escapes the comparison with a book.
func TestFilesLoseNothing(t *testing.T) {
	want := claimstest.Given()
	for _, f := range formats {
		line := reread(t, f.write, f.read, want.View(want.LoggedAt))
		got, _, err := newReader(t).Claim(line.Draft, want.LoggedAt+1)
		if err != nil {
			t.Fatal(err)
		}
		got.ID, got.Verdict, got.Supersedes, got.Repeats = want.ID, line.Verdict, claims.UID(line.Supersedes), claims.UID(line.Repeats)
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: -claim +file\n%s", f.name, diff)
		}
		var differ []string
		for _, d := range Differences(line, claims.Claim{}) {
			differ = append(differ, d.Member)
		}
		for _, c := range new(object).columns() {
			calculated := c.derived || c.name == "verdict.timing"
			appearance := slices.ContainsFunc(claims.AppearanceMembers, func(m claims.Member[claims.Appearance]) bool { return m.Name == c.name })
			if !c.isShort() && !calculated && !appearance && !slices.Contains(differ, c.name) {
				t.Errorf("%s: %s is not compared with the book", f.name, c.name)
			}
		}
	}
}
