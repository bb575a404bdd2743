package report

import (
	"testing"

	"tracker/board"
	"tracker/claims"
)

// Where a desk keeps its files is nobody's business.
func TestOnlyTheNameOfAnEvidenceFileIsPublished(t *testing.T) {
	for kept, want := range map[string]string{"/home/desk/minutes.pdf": "minutes.pdf", `C:\Users\desk\minutes.pdf`: "minutes.pdf", "minutes.pdf": "minutes.pdf", "": ""} {
		c := &claims.Claim{Verdict: &claims.Verdict{Outcome: claims.No, Evidence: []claims.Evidence{{File: kept}}}}
		if got := newVerdict(board.Judged{Claim: c}).Evidence[0].File; got != want {
			t.Errorf("%q is published as %q", kept, got)
		}
	}
}
