package screen

import (
	"bufio"
	"fmt"
	"slices"
	"strings"

	"tracker/claims"
	"tracker/clean"
)

// Each hands claims over one after another; more reports whether there are
// further ones.
type Each func(fn func(*claims.Claim) error) (more bool, err error)

// Of is what hands over a list.
func Of(list []claims.Claim) Each {
	return func(fn func(*claims.Claim) error) (bool, error) {
		for i := range list {
			if err := fn(&list[i]); err != nil {
				return false, err
			}
		}
		return false, nil
	}
}

// narrow is the width, in columns, below which a table of claims leaves out
// when windows end, so that something of the statement remains.
const narrow = 60

// Claims writes one row a claim, as it stands at now; what standings rest on
// is by. On a terminal some rows wait for each other: one may be wider.
func (sc *Screen) Claims(each Each, now claims.Instant, by claims.Judging) (n int, more bool, err error) {
	if !sc.TTYOut {
		return sc.claimLines(each, now, by)
	}
	headers := []string{"id", "standing", "window ends", "speaker", "statement"}
	if sc.Width < narrow {
		headers = slices.Delete(headers, 2, 3)
	}
	table := sc.longTable(headers)
	more, err = each(func(c *claims.Claim) error {
		row := []string{ID(c.ID), standingCell(*c, now, by), Ends(*c, now), Shorten(c.Speaker, min(22, sc.Width/4)), clean.Line(c.Statement)}
		if sc.Width < narrow {
			row = slices.Delete(row, 2, 3)
		}
		n++
		table.add(row)
		return nil
	})
	if err == nil {
		table.end()
	}
	return n, more, err
}

// claimLines writes a line a claim, for other programs.
func (sc *Screen) claimLines(each Each, now claims.Instant, by claims.Judging) (n int, more bool, err error) {
	out := bufio.NewWriter(sc.Out)
	more, err = each(func(c *claims.Claim) error {
		n++
		row := []string{ID(c.ID), string(c.Status(now)), string(c.StatedOn), c.Window.Earliest.String(), c.Window.Latest.String(),
			clean.Line(c.Speaker), clean.Line(c.Statement), standingName(*c, now, by)}
		_, err := out.WriteString(strings.Join(row, "\t") + "\n")
		return err
	})
	if flushed := out.Flush(); err == nil {
		err = flushed
	}
	return n, more, err
}

// ClaimsJSON writes what JSON would write of an object with a schema, the
// claims as view has them, whether there are more, and their total where it is
// known, without having all of them at once.
func (sc *Screen) ClaimsJSON(schema string, each Each, view func(claims.Claim) (any, error), total *int) error {
	out := bufio.NewWriter(sc.Out)
	fmt.Fprintf(out, "{\n  \"schema\": %q,\n  \"claims\": [", schema)
	n := 0
	more, err := each(func(c *claims.Claim) error {
		if n++; n > 1 {
			out.WriteByte(',')
		}
		shown, err := view(*c)
		if err != nil {
			return err
		}
		text, err := encoded(shown, "    ")
		if err != nil {
			return err
		}
		out.WriteString("\n    ")
		_, err = out.Write(text)
		return err
	})
	if err != nil {
		return err
	}
	if n > 0 {
		out.WriteString("\n  ")
	}
	fmt.Fprintf(out, "],\n  \"more\": %v", more)
	if total != nil {
		fmt.Fprintf(out, ",\n  \"total\": %d", *total)
	}
	out.WriteString("\n}\n")
	return out.Flush()
}
