package main

import (
	"context"

	"tracker/claims"
	"tracker/store"
	"tracker/telling/report"
)

// dueClaim is a claim that waits for a verdict; a promise or plan with its
// outlook, where enough of its kind have ended.
type dueClaim struct {
	claims.View
	Outlook *report.OutlookOf `json:"outlook"`
}

// dueJSON prints what is due as JSON.
func (e *env) dueJSON(ctx context.Context, b *store.Book, list claimList) error {
	all := e.outlooks(b)
	out := struct {
		Schema string     `json:"schema"`
		Claims []dueClaim `json:"claims"`
		More   bool       `json:"more"`
		Total  *int       `json:"total,omitempty"`
	}{list.Schema, make([]dueClaim, len(list.Claims)), list.More, list.Total}
	for i, v := range list.Claims {
		ahead, err := all.Of(ctx, &v.Claim)
		if err != nil {
			return err
		}
		out.Claims[i] = dueClaim{v, ahead}
	}
	return e.JSON(out)
}
