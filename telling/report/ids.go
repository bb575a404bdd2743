package report

import (
	"fmt"
	"strings"

	"tracker/claims"
)

// IDs lists ids, runs as "3–9", and no more than fit a line.
func IDs(ids []claims.ID) string {
	const most = 12
	var parts []string
	for i := 0; i < len(ids); {
		j := i
		for j+1 < len(ids) && ids[j+1] == ids[j]+1 {
			j++
		}
		switch {
		case len(parts) == most:
			return strings.Join(parts, ", ") + " …"
		case j > i+1:
			parts = append(parts, fmt.Sprintf("%d–%d", ids[i], ids[j]))
		default:
			j = i
			parts = append(parts, fmt.Sprint(ids[i]))
		}
		i = j + 1
	}
	return strings.Join(parts, ", ")
}
