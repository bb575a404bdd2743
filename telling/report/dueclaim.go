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

// Due gives a claim its outlook.
func (o *Outlooks) Due(ctx context.Context, v claims.View) (DueClaim, error) {
	ahead, err := o.Of(ctx, &v.Claim)
	return DueClaim{v, ahead}, err
}
