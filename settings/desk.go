package settings

import "tracker/claims"

// Desk is who keeps the book, as readers of what is published are told.
type Desk struct {
	Name        string `toml:"name"`
	Contact     string `toml:"contact"`     // an address of the web or of mail
	Licence     string `toml:"licence"`     // under which others may use what is published
	Corrections string `toml:"corrections"` // where to write when something is wrong
}

// check refuses what nobody should publish.
func (d Desk) check() *claims.Error {
	for _, member := range []struct{ key, text string }{{"name", d.Name}, {"contact", d.Contact}, {"licence", d.Licence}, {"corrections", d.Corrections}} {
		if err := claims.Text(member.key, member.text, claims.MaxName); err != nil {
			return err
		}
	}
	return nil
}
