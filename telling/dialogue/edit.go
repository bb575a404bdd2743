package dialogue

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"reflect"
	"slices"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tracker/claims"
	"tracker/files"
)

// sheetMembers are the members of a claim that an editor shows, in order.
var sheetMembers = slices.DeleteFunc(slices.Clone(claims.FlatMembers), func(m claims.Member[claims.Claim]) bool { return m.Sheet == "" })

// sheetType is the struct whose TOML is the sheet: a field for each member.
func sheetType() reflect.Type {
	fields := make([]reflect.StructField, len(sheetMembers))
	for i, m := range sheetMembers {
		tag := fmt.Sprintf("toml:%q", m.Sheet)
		if m.Multiline {
			tag = fmt.Sprintf("toml:%q", m.Sheet+",multiline")
		}
		if m.Note != "" {
			tag += fmt.Sprintf(" comment:%q", m.Note)
		}
		fields[i] = reflect.StructField{Name: fmt.Sprintf("Member%d", i), Tag: reflect.StructTag(tag),
			Type: reflect.TypeOf(m.Addr(new(claims.Claim))).Elem()}
	}
	return reflect.StructOf(fields)
}

// newSheet is the sheet of a claim, as a pointer to a struct of sheetType.
func newSheet(c *claims.Claim) reflect.Value {
	s := reflect.New(sheetType())
	for i, m := range sheetMembers {
		s.Elem().Field(i).Set(reflect.ValueOf(m.Addr(c)).Elem())
	}
	return s
}

// maxSheet is the longest file an editor may give back, in bytes.
const maxSheet = 10 * claims.MaxText

// Edit opens a claim in the user's editor and returns it as it was saved. An
// empty, unchanged or unreadable file aborts without a change.
func (d *Dialogue) Edit(ctx context.Context, c claims.Claim) (claims.Claim, error) {
	shown := c.View(d.Now).Claim
	before, err := toml.Marshal(newSheet(&shown).Interface())
	if err != nil {
		return c, err
	}
	after, err := editText(ctx, before)
	if err != nil {
		return c, err
	}
	switch {
	case len(bytes.TrimSpace(after)) == 0:
		return c, claims.Refuse("", "the file came back empty; nothing was changed").WithHint("tracker withdraw %d --reason TEXT takes the claim back", c.ID)
	case bytes.Equal(before, after):
		return c, claims.Refuse("", "the file came back unchanged; nothing was changed").WithHint("save the file before you leave the editor")
	}
	s := reflect.New(sheetType())
	if err := toml.NewDecoder(bytes.NewReader(after)).DisallowUnknownFields().Decode(s.Interface()); err != nil {
		msg, _, _ := strings.Cut(err.Error(), "\n")
		return c, claims.Refuse("", "the file cannot be read: %s; nothing was changed", msg).WithHint("keep the names and the quotes")
	}
	now, _, err := d.Reader.Claim(edited(s, c), d.Now)
	return now, err
}

// edited is c as a draft with what a sheet of it changed.
func edited(sheet reflect.Value, c claims.Claim) claims.Draft {
	now := c
	for i, m := range sheetMembers {
		reflect.ValueOf(m.Addr(&now)).Elem().Set(sheet.Elem().Field(i))
	}
	d := now.Draft()
	if now.Window.Phrase != c.Window.Phrase || now.StatedOn != c.StatedOn && c.Window.Rule != claims.RuleGiven {
		d.Window, d.Phrase, d.Field = nil, now.Window.Phrase, d.Field || now.Window.Phrase != c.Window.Phrase
	}
	if now.Hedge.Words != c.Hedge.Words {
		d.Hedge, d.HedgeWords = nil, now.Hedge.Words
	}
	return d
}

// editText hands text to VISUAL or EDITOR and returns what was saved. The
// editor is started with the file as its last argument, never by a shell.
func editText(ctx context.Context, text []byte) ([]byte, error) {
	editor := strings.Fields(cmp.Or(os.Getenv("VISUAL"), os.Getenv("EDITOR")))
	if len(editor) == 0 {
		return nil, claims.Mistyped("no editor is set").WithHint("export EDITOR=nano")
	}
	f, err := os.CreateTemp("", "tracker-*.toml")
	if err != nil {
		return nil, fmt.Errorf("make the file to edit: %w", err)
	}
	defer os.Remove(f.Name())
	_, err = f.Write(text)
	if err := errors.Join(err, f.Close()); err != nil {
		return nil, fmt.Errorf("write the file to edit: %w", err)
	}
	cmd := exec.CommandContext(ctx, editor[0], append(editor[1:], f.Name())...)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = os.Stdin, os.Stdout, os.Stderr
	if err := cmd.Run(); err != nil && ctx.Err() != nil {
		return nil, ctx.Err()
	} else if err != nil {
		return nil, claims.Refuse("", "the editor failed: %v; nothing was changed", err).WithHint("VISUAL or EDITOR names the editor")
	}
	after, err := files.ReadWhole(f.Name(), maxSheet)
	if list, ok := claims.ProblemsOf(err); ok {
		return nil, claims.Refuse("", "the file did not come back: %s; nothing was changed", strings.TrimPrefix(list[0].Msg, f.Name()+" ")).
			WithHint("save it under the name that the editor was given, at most %d bytes long", maxSheet)
	}
	return after, err
}
