package claims_test

import (
	"testing"

	"tracker/calendar"
	"tracker/claims"
)

func open() *claims.Claim {
	return &claims.Claim{ID: 3, StatedOn: "2025-08-01", Window: claims.Window{Earliest: calendar.Date(2025, 8, 1), Latest: calendar.Date(2025, 8, 17), Zone: "UTC"}}
}

// A proposal is one of each recipient's, the newest; a verdict settles them.
func TestPropose(t *testing.T) {
	today := calendar.Date(2025, 8, 20)
	c := open()
	for _, p := range []claims.Proposal{{Outcome: claims.No, By: "desk"}, {Outcome: claims.Partial, By: "night"}, {Outcome: claims.Yes, Day: today - 5, By: "desk"}} {
		if err := c.Propose(p, today); err != nil {
			t.Fatal(err)
		}
	}
	if len(c.Proposed) != 2 || c.Proposed[0].By != "night" || *c.Proposed[0].Extent != 0.5 || c.Proposed[1].Outcome != claims.Yes {
		t.Errorf("proposed %+v", c.Proposed)
	}
	if _, err := c.Proposal(""); err == nil {
		t.Error("of two proposals one was taken")
	}
	p, err := c.Proposal("Desk")
	if err != nil || p.Day != today-5 {
		t.Errorf("%+v, %v", p, err)
	}
	if _, err := c.Proposal("nobody"); err == nil {
		t.Error("nobody proposed something")
	}
	if err := c.DropProposal("desk"); err != nil || len(c.Proposed) != 1 {
		t.Errorf("dropped: %v, %+v", err, c.Proposed)
	}
	v := p.Verdict()
	v.Note = "seen"
	judged, err := c.Judge(v, today)
	if err != nil {
		t.Fatal(err)
	}
	if err := c.Resolve(judged); err != nil || c.Proposed != nil {
		t.Errorf("resolved: %v, %+v", err, c.Proposed)
	}
}

func TestProposeRefuses(t *testing.T) {
	today := calendar.Date(2025, 8, 20)
	judged, withdrawn := open(), open()
	judged.Verdict = &claims.Verdict{Outcome: claims.No}
	withdrawn.Withdrawn = "twice"
	for why, c := range map[string]struct {
		claim *claims.Claim
		p     claims.Proposal
	}{
		"a verdict stands":   {judged, claims.Proposal{Outcome: claims.Yes, By: "desk"}},
		"withdrawn":          {withdrawn, claims.Proposal{Outcome: claims.Yes, By: "desk"}},
		"nobody":             {open(), claims.Proposal{Outcome: claims.Yes}},
		"no outcome":         {open(), claims.Proposal{Outcome: "maybe", By: "desk"}},
		"the future":         {open(), claims.Proposal{Outcome: claims.Yes, Day: today + 1, By: "desk"}},
		"before it was said": {open(), claims.Proposal{Outcome: claims.Yes, Day: calendar.Date(2025, 7, 1), By: "desk"}},
		"a day of no":        {open(), claims.Proposal{Outcome: claims.No, Day: today, By: "desk"}},
		"no address":         {open(), claims.Proposal{Outcome: claims.Yes, By: "desk", Evidence: []claims.Evidence{{URL: "javascript:x"}}}},
	} {
		if err := c.claim.Propose(c.p, today); err == nil || len(c.claim.Proposed) > 0 {
			t.Errorf("%s: %v, %+v", why, err, c.claim.Proposed)
		}
	}
}
