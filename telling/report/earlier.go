package report

import (
	"bytes"
	"encoding/json"
	"fmt"
	"maps"
	"slices"

	"tracker/calendar"
	"tracker/claims"
	"tracker/files"
)

// Earlier is what an earlier report says, as far as a later one is held
// against it.
type Earlier struct {
	Schema      string         `json:"schema"`
	AsOf        calendar.Day   `json:"as_of"`
	Filter      string         `json:"filter"`
	Claims      []earlierClaim `json:"claims"`
	Corrections []Correction   `json:"corrections"`
}

// earlierClaim is a claim as JSON has it.
type earlierClaim struct {
	UID       claims.UID
	Statement string
	members   map[string]json.RawMessage
}

// UnmarshalJSON keeps every member as it stands.
func (c *earlierClaim) UnmarshalJSON(text []byte) error {
	if err := json.Unmarshal(text, &c.members); err != nil {
		return err
	}
	return json.Unmarshal(text, &struct {
		UID       *claims.UID `json:"uid"`
		Statement *string     `json:"statement"`
	}{&c.UID, &c.Statement})
}

// maxEarlier is how large an earlier report may be, in bytes.
const maxEarlier = 1 << 30

// OpenEarlier reads the report in a file, nil for "".
func OpenEarlier(path string) (*Earlier, error) {
	if path == "" {
		return nil, nil
	}
	text, err := files.ReadWhole(path, maxEarlier)
	if err != nil {
		return nil, err
	}
	e, err := ReadEarlier(text)
	if err != nil {
		return nil, claims.Refuse("", "%s is no report: %v", path, err).WithHint("tracker report -o FILE.json writes one")
	}
	return &e, nil
}

// ReadEarlier reads a report that was written as JSON.
func ReadEarlier(text []byte) (Earlier, error) {
	var e Earlier
	if err := json.Unmarshal(text, &e); err != nil {
		return e, fmt.Errorf("it is not the JSON of one: %w", err)
	}
	if e.Schema != Schema {
		return e, fmt.Errorf("its schema is not %s", Schema)
	}
	return e, nil
}

// judgedMembers are what the desk says of a claim, beside its verdict, whose
// change readers are told of.
var judgedMembers = slices.DeleteFunc(slices.Sorted(maps.Keys(corrected)), func(name string) bool { return name == "verdict" })

// verdictMembers are those that say what happened.
var verdictMembers = []string{"outcome", "extent", "event_date", "reason", "early_counts"}

// differs reports whether some members of two objects are not the same value.
func differs(a, b map[string]json.RawMessage, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool { return compact(a[name]) != compact(b[name]) })
}

// compact is a value without the spaces between its parts.
func compact(value json.RawMessage) string {
	var b bytes.Buffer
	if json.Compact(&b, value) != nil {
		return ""
	}
	return b.String()
}

// verdictOf are the members of the verdict of a claim, nil without one.
func (c earlierClaim) verdictOf() map[string]json.RawMessage {
	var v map[string]json.RawMessage
	if json.Unmarshal(c.members["verdict"], &v) != nil {
		return nil
	}
	return v
}
