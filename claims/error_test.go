package claims

import (
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
