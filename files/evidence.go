package files

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tracker/claims"
)

// maxEvidence is the largest file that is taken as evidence, in bytes.
const maxEvidence = 1 << 30

// Evidence takes a web address as it is, and of a file its name and
// SHA-256: the file itself stays where it is.
func Evidence(s string) (claims.Evidence, error) {
	if strings.HasPrefix(s, "https://") || strings.HasPrefix(s, "http://") {
		return claims.Evidence{URL: s}, nil
	}
	refuse := func(format string, args ...any) (claims.Evidence, error) {
		return claims.Evidence{}, claims.Refuse("evidence", format, args...).
			WithHint("give a URL that starts with https://, a file, or --note with what you saw")
	}
	info, err := os.Stat(s)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return refuse("%q is neither a web address nor a file", s)
	case err != nil:
		return refuse("%v", err)
	case !info.Mode().IsRegular():
		return refuse("%s is not a file", s)
	case info.Size() == 0:
		return refuse("%s is empty", s)
	case info.Size() > maxEvidence:
		return refuse("%s is larger than a gigabyte", s)
	}
	f, err := os.Open(s)
	if err != nil {
		return refuse("%v", err)
	}
	defer f.Close()
	sum := sha256.New()
	if _, err := io.Copy(sum, io.LimitReader(f, maxEvidence)); err != nil {
		return claims.Evidence{}, fmt.Errorf("read %s: %w", s, err)
	}
	return claims.Evidence{File: filepath.Base(s), SHA256: hex.EncodeToString(sum.Sum(nil))}, nil
}
