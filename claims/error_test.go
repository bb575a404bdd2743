package claims

import (
	"context"
	"errors"
	"fmt"
	"testing"
)

func TestProblems(t *testing.T) {
	one, two := Refuse("speaker", "is %s", "empty").WithHint("say who"), Refuse("", "no")
	if one.Error() != "speaker: is empty" || two.Error() != "no" || one.Kind != Refused {
		t.Errorf("%v, %v", one, two)
	}
	var none Problems
	none.add(nil)
	if none.Err() != nil {
		t.Error("no problem is an error")
	}
	if err := (Problems{one}).Err(); err != error(one) {
		t.Errorf("one problem is %#v, want itself", err)
	}
	err := fmt.Errorf("line 3: %w", Problems{one, two}.Err())
	var all Problems
	if !errors.As(err, &all) || len(all) != 2 || !errors.Is(err, two) || all.Error() != "speaker: is empty\nno" {
		t.Errorf("%v", err)
	}
}

// Whoever gives up hears that, whatever the rest of the work said of it, unless
// something was refused for a reason of its own.
func TestEnded(t *testing.T) {
	going, stop := t.Context(), func() context.Context {
		ctx, stop := context.WithCancel(t.Context())
		stop()
		return ctx
	}()
	fault, refusal := errors.New("sql: Rows are closed"), Refuse("", "no")
	for name, c := range map[string]struct {
		ctx       context.Context
		err, want error
	}{
		"nothing is wrong":                {going, nil, nil},
		"a fault":                         {going, fault, fault},
		"given up, and done":              {stop, nil, nil},
		"given up":                        {stop, fault, context.Canceled},
		"given up, wrapped":               {stop, fmt.Errorf("read: %w", fault), context.Canceled},
		"refused":                         {stop, fmt.Errorf("line 3: %w", refusal), refusal},
		"what cannot be read, given up":   {stop, Refuse("", "stdin cannot be read: %v", context.Canceled).Because(context.Canceled), context.Canceled},
		"what cannot be read, and a hint": {going, Refuse("", "no").Because(fault).WithHint("tracker add"), fault},
	} {
		if got := Ended(c.ctx, c.err); !errors.Is(got, c.want) || c.want == nil && got != nil {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
}
