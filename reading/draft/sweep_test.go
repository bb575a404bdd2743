package draft

import (
	"fmt"
	"strings"
	"testing"

	"tracker/reading/deadline"
)

// Ordinary verbs of somebody who acts by a day are claims, whatever they mean
// elsewhere.
func TestOrdinaryVerbs(t *testing.T) {
	r := reader(t)
	for _, frame := range []string{
		"The ministry will %s the new plan by Friday.",
		"A spokesman said the company would %s the two firms next year.",
		"The commission aims to %s the rules before Christmas.",
		"A rival plans to %s two lines in October.",
		"The airline, which aims to %s the fleet by 2028, is based on the coast.",
		"If approved, the plan would %s the tax from August 2026.",
	} {
		for verb := range strings.FieldsSeq("abolish adapt announce answer appeal approve assess auction ban brief build cancel certify close confirm consult cut debate decommission deliver dismantle draft evacuate examine exempt expand extend finance freeze grant halt inspect introduce issue launch lease lift merge modernise nominate open oppose overhaul postpone privatise publish quit ratify recall recognise recruit redesign refund relocate renovate repeal replace respond-to restore retain review sanction scrap sell shorten split streamline subsidise suspend swap tighten transfer unveil vaccinate waive withdraw") {
			text := fmt.Sprintf(frame, strings.ReplaceAll(verb, "-", " "))
			if got := r.Read(Article{Text: text, Said: deadline.Said{On: day(t, "2025-08-06")}, Source: "Evening News"}); len(got) != 1 {
				t.Errorf("%q: %d drafts, want 1", text, len(got))
			}
		}
	}
}
