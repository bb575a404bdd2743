package postgres

var (
	hexed   = pattern(`\bhex\(([\w.]+)\)`)
	instant = pattern(`strftime\('%Y-%m-%dT%H:%M:%SZ', ([\w.]+) / 1000, 'unixepoch'\)`)
	casted  = pattern(`CAST\(([\w.]+) AS TEXT\)`)
)

// view is a view as PostgreSQL takes it: what texts are made of bytes and of
// instants is called otherwise there.
func view(text string) string {
	text = hexed().ReplaceAllString(text, "encode($1, 'hex')")
	text = instant().ReplaceAllString(text, `to_char(to_timestamp($1 / 1000) AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)
	return casted().ReplaceAllString(text, "convert_from($1, 'UTF8')")
}
