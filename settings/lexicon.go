package settings

import (
	"bytes"
	"cmp"
	"crypto/sha256"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"tracker/claims"
	"tracker/files"
	"tracker/reading/hedge"
)

// maxLexicon is the longest file of words, in bytes.
const maxLexicon = 1 << 20

// Lexicon says which words of confidence stand for which numbers.
type Lexicon struct {
	File  string `toml:"lexicon"`      // a CSV file; in the configuration, relative to that
	Mode  string `toml:"lexicon_mode"` // extend (the default) or replace the scale
	Scale string `toml:"scale"`        // tracker (the default), icd203, ipcc or kent
}

// check refuses values that no setting has; Field is the setting's name.
func (s Lexicon) check() *claims.Error {
	if s.Mode != "" && s.Mode != "extend" && s.Mode != "replace" {
		return claims.Refuse("lexicon_mode", "%q is no lexicon mode", s.Mode).WithHint("extend or replace")
	}
	if _, err := hedge.Scale(cmp.Or(s.Scale, "tracker")); err != nil {
		return claims.Refuse("scale", "%q is no scale", s.Scale).WithHint("tracker, icd203, ipcc or kent")
	}
	return nil
}

// Hedges is the lexicon in force: the scale, extended or replaced by the file.
func (s *Settings) Hedges() (*hedge.Lexicon, error) {
	flags, config := s.flags.Lexicon, s.Lexicon
	if err := flags.check(); err != nil {
		return nil, err
	}
	scale, err := hedge.Scale(cmp.Or(flags.Scale, config.Scale, "tracker"))
	if err != nil {
		return nil, err
	}
	path := flags.File
	if path == "" && config.File != "" {
		if path = config.File; !filepath.IsAbs(path) {
			path = filepath.Join(filepath.Dir(configPath()), path)
		}
	}
	if path == "" {
		return scale, nil
	}
	own, err := readLexicon(path)
	if err != nil || cmp.Or(flags.Mode, config.Mode) == "replace" {
		return own, err
	}
	return scale.Extend(own), nil
}

// readLexicon reads a file; it is called by its name without the ending, and
// by the beginning of its SHA-256: two files of one name are two lexicons.
func readLexicon(path string) (*hedge.Lexicon, error) {
	if err := claims.Text("lexicon", path, claims.MaxText); err != nil {
		return nil, err
	}
	text, err := files.ReadWhole(path, maxLexicon)
	if err != nil {
		return nil, err
	}
	base := filepath.Base(path)
	name := fmt.Sprintf("%s@%.4x", strings.TrimSuffix(base, filepath.Ext(base)), sha256.Sum256(text))
	own, err := hedge.Load(bytes.NewReader(text), name)
	if err == nil {
		return own, nil
	}
	list := []error{errors.Unwrap(err)}
	var several interface{ Unwrap() []error }
	if errors.As(err, &several) {
		list = several.Unwrap()
	}
	var problems claims.Problems
	for _, p := range list {
		problems = append(problems, claims.Refuse("", "%s: %v", path, p).WithHint("the columns are phrase, point, low, high, and if you like side, kind and source"))
	}
	return nil, problems
}
