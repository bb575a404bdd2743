package intake

import (
	"fmt"
	"io"
	"maps"
	"slices"
	"strings"

	"tracker/exchange"
	"tracker/files"
)

// maxMapFile is how long a file of mappings may be.
const maxMapFile = 1 << 20

// readMapFile reads a file with one COLUMN=MEMBER on each line.
func readMapFile(path string) ([]string, error) {
	if path == "" {
		return nil, nil
	}
	text, err := files.ReadWhole(path, maxMapFile)
	if err != nil {
		return nil, err
	}
	var lines []string
	for line := range strings.Lines(string(text)) {
		if line = strings.TrimRight(line, "\r\n"); line != "" && !strings.HasPrefix(line, "#") {
			lines = append(lines, line)
		}
	}
	return lines, nil
}

// saveMap writes what every column of a table is taken for, as --map-file
// reads it.
func (p Program) saveMap(path string, plan *exchange.Plan) error {
	return p.Save(path, func(w io.Writer) error {
		for _, c := range plan.Columns {
			members := c.Members
			if len(members) == 0 && c.Title != "" {
				members = []string{""}
			}
			lines := make([]string, 0, len(members)+len(c.Words))
			for _, m := range members {
				lines = append(lines, c.Title+"="+m)
			}
			for _, word := range slices.Sorted(maps.Keys(c.Words)) {
				lines = append(lines, c.Title+":"+word+"="+c.Words[word])
			}
			for _, line := range lines {
				if _, err := fmt.Fprintln(w, line); err != nil {
					return err
				}
			}
		}
		return nil
	})
}
