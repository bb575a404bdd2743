// Package claimstest makes claims for tests of other rooms. It knows every
// member of a claim, so that a member which is lost somewhere between draft
// and report is missed:
//
//	want := claimstest.Full()
//	// keep want and read it back as got
//	if diff := cmp.Diff(want, got); diff != "" {
package claimstest

import (
	"fmt"
	"reflect"
	"slices"
	"strings"
	"time"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
	"tracker/reading/hedge"
)

// Full returns a claim with every member known, each text a different one.
// Members that have to fit together are given here; every other one is filled
// by its type, a new one too.
func Full() claims.Claim {
	c := claims.Claim{
		ID: 1, UID: "01987a3e-5c00-7000-8000-000000000001", Language: "de", StatedOn: "2025-08-06T14:30:00Z",
		LoggedAt: 1754500000000, Polarity: claims.WillNot, Type: claims.Plan, WordsBy: claims.ByReport, Tags: []string{"a-tag", "b-tag"},
		Attribution: []claims.Link{{Entity: "Some agency", Role: claims.Relay}},
		Appearances: []claims.Appearance{{Source: "Some paper", URL: "https://example.org/a", ArchiveURL: "https://example.org/archive", SHA256: strings.Repeat("0a", 32)}},
		Hedge:       claims.Hedge{P: number(0.5), Low: number(0.375), High: number(0.75), Kind: hedge.Survey},
		Window: claims.Window{Earliest: calendar.Date(2025, 8, 11), Latest: calendar.Date(2025, 8, 17), Zone: "UTC", Granularity: deadline.Week,
			Class: deadline.ClassFuzzy, Relation: deadline.In, GraceDays: 3, Accepted: true,
			DueAt: claims.At(calendar.Date(2025, 8, 21).Start(time.UTC))},
		BaselineOn: calendar.Date(2025, 8, 7),
		Supersedes: "01987a3e-5c00-7000-8000-000000000002", Repeats: "01987a3e-5c00-7000-8000-000000000003",
		Verdict: &claims.Verdict{UID: "01987a3e-5c00-7000-8000-000000000004", Outcome: claims.Partial, Day: calendar.Date(2025, 9, 1), Timing: claims.Late,
			Evidence: []claims.Evidence{{URL: "https://example.org/seen"}}},
		Drafted:  claims.Drafted{SHA256: strings.Repeat("0a", 32), Start: 12, End: 80, Rules: "draft-0"}.String(),
		Proposed: []claims.Proposal{{Outcome: claims.Partial, Evidence: []claims.Evidence{{URL: "https://example.org/told"}}}},
	}
	for _, m := range claims.Members {
		if text, ok := m.Addr(&c).(*string); ok && *text == "" && m.Words != nil {
			*text = m.Words[len(m.Words)-1]
		}
	}
	Leaves(&c, func(path string, v reflect.Value) {
		if v.IsZero() && !strings.HasPrefix(path, "verdict.evidence.") && !strings.HasPrefix(path, "proposed.evidence.") {
			fill(path, v)
		}
	})
	return c
}

// Given is Full without the members that no draft and no entry has: what the
// quote says of the words, and when a book recorded what.
func Given() claims.Claim {
	c := Full()
	c.Hedge.Said, c.Window.Said = nil, nil
	c.RecordedAt, c.AmendedLateAt, c.AcceptedLateAt, c.WithdrawnAt = 0, 0, 0, 0
	return c
}

func number(x float64) *float64 { return &x }

// Leaves calls fn with every member of *c that holds no others, by its name:
// those of lists and of the verdict too, which have to be there.
func Leaves(c *claims.Claim, fn func(path string, v reflect.Value)) {
	leaves(reflect.ValueOf(c).Elem(), "", fn)
}

func leaves(v reflect.Value, path string, fn func(string, reflect.Value)) {
	switch {
	case v.Kind() == reflect.Struct:
		for i := range v.NumField() {
			name, _, _ := strings.Cut(v.Type().Field(i).Tag.Get("json"), ",")
			leaves(v.Field(i), strings.TrimPrefix(path+"."+name, "."), fn)
		}
	case v.Kind() == reflect.Pointer && v.Type().Elem().Kind() == reflect.Struct:
		if v.IsNil() {
			v.Set(reflect.New(v.Type().Elem()))
		}
		leaves(v.Elem(), path, fn)
	case v.Kind() == reflect.Slice:
		if v.Len() == 0 {
			v.Set(reflect.MakeSlice(v.Type(), 1, 1))
		}
		for i := range v.Len() {
			leaves(v.Index(i), path, fn)
		}
	default:
		fn(path, v)
	}
}

// fill sets a leaf to something that is not zero. Texts, numbers and days are
// those of this leaf alone.
func fill(path string, v reflect.Value) {
	own := len(path) + int(path[0])*7 + int(path[len(path)-1])
	switch p := v.Addr().Interface().(type) {
	case *calendar.Day:
		*p = calendar.Date(2031, 1, 1) + calendar.Day(own)
	case *claims.Instant:
		*p = claims.Instant(1760000000000 + 1000*own)
	case **float64:
		*p = number(1 / float64(own))
	default:
		switch v.Kind() {
		case reflect.String:
			v.SetString("the " + path)
		case reflect.Bool:
			v.SetBool(true)
		case reflect.Int, reflect.Int64:
			v.SetInt(int64(own))
		case reflect.Pointer:
			v.Set(reflect.New(v.Type().Elem()))
			fill(path, v.Elem())
		default:
			panic(fmt.Sprintf("claimstest: say how %s, a %s, is filled", path, v.Type()))
		}
	}
}

// Public reports whether a member, by the path that Leaves gives, is one that
// reports publish.
func Public(path string) bool {
	name, _, _ := strings.Cut(path, ".")
	return !slices.ContainsFunc(claims.Members, func(m claims.Member[claims.Claim]) bool { return m.Name == name && m.Private })
}
