package report

import (
	"context"

	"tracker/claims"
)

// DueClaim is a claim that waits for a verdict; a promise or plan with its
// outlook, where enough of its kind have ended.
type DueClaim struct {
	claims.View
	Outlook *OutlookOf `json:"outlook"`
}

// Due gives claims their outlooks. The list is never nil.
func (o *Outlooks) Due(ctx context.Context, list []claims.View) ([]DueClaim, error) {
	out := make([]DueClaim, len(list))
	for i, v := range list {
		ahead, err := o.Of(ctx, &v.Claim)
		if err != nil {
			return nil, err
		}
		out[i] = DueClaim{v, ahead}
	}
	return out, nil
}
