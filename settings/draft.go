package settings

import (
	"os"
	"strings"
	"time"

	"tracker/claims"
	"tracker/files"
)

// Draft is [draft]: a second reader of articles.
type Draft struct {
	Reader  string `toml:"reader"` // a web address; "" for none
	Model   string `toml:"model"`
	KeyFile string `toml:"key_file"` // or the variable DraftKey; neither sends none
	Seconds int    `toml:"seconds"`  // how long an answer may take
}

// DraftKey is the variable that holds the key of the second reader.
const DraftKey = "TRACKER_DRAFT_KEY"

// Limit is how long the second reader may take.
func (d Draft) Limit() time.Duration {
	if d.Seconds == 0 {
		return time.Minute
	}
	return time.Duration(d.Seconds) * time.Second
}

// Key is the key of the second reader, "" for none. It is read when it is
// needed, and never printed.
func (d Draft) Key() (string, error) {
	if key := strings.TrimSpace(os.Getenv(DraftKey)); key != "" || d.KeyFile == "" {
		return key, nil
	}
	info, err := os.Stat(d.KeyFile)
	if err != nil {
		return "", files.Missing(d.KeyFile, err)
	}
	if info.Mode().Perm()&0o077 != 0 {
		return "", claims.Mistyped("%s is a secret, and others on this machine can read it", d.KeyFile).WithHint("chmod 600 %s", d.KeyFile)
	}
	key, err := files.ReadWhole(d.KeyFile, 4096)
	return strings.TrimSpace(string(key)), err
}

// check refuses a second reader that cannot be asked.
func (d Draft) check() *claims.Error {
	switch {
	case d.Reader == "" && d != Draft{}:
		return claims.Refuse("draft.reader", "[draft] names no reader").WithHint(`reader = "http://127.0.0.1:11434/api/chat"`)
	case d.Reader != "" && d.Model == "":
		return claims.Refuse("draft.model", "[draft] names no model").WithHint(`model = "llama3.2"`)
	case d.Seconds < 0 || d.Seconds > 600:
		return claims.Refuse("draft.seconds", "%d is no time limit", d.Seconds).WithHint("1 to 600")
	}
	return nil
}
