package exchange

import "strings"

// Derived is a member that a file gives although it follows from the others:
// it is not read, and may be compared.
type Derived struct {
	In, Member string // the object it stands in, "" for the claim, and its name there
	Text       string // as a cell would show it; "" for nothing
}

// Name is the member's full name.
func (d Derived) Name() string {
	if d.In == "" {
		return d.Member
	}
	return d.In + "." + d.Member
}

// derive keeps a derived member instead of reading it.
func (d *decoder) derive(name string) error {
	if c := d.scan.peek(); c == '{' || c == '[' {
		return d.at(name, nil) // refused there
	}
	v, err := d.scan.scalar()
	if err != nil {
		d.path = append(d.path, name)
		return err
	}
	d.derived = append(d.derived, Derived{strings.Join(d.path, "."), name, v.text})
	return nil
}
