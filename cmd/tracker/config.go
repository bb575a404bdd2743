package main

import (
	"bytes"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"github.com/pelletier/go-toml/v2"

	"tracker/claims"
)

// config is $XDG_CONFIG_HOME/tracker/config.toml. Every key may be left out.
type config struct {
	DB    string `toml:"db"`
	Zone  string `toml:"zone"`
	Actor string `toml:"actor"`
}

func configPath() string {
	dir := os.Getenv("XDG_CONFIG_HOME")
	if !filepath.IsAbs(dir) {
		home, err := os.UserHomeDir()
		if err != nil {
			return ""
		}
		dir = filepath.Join(home, ".config")
	}
	return filepath.Join(dir, "tracker", "config.toml")
}

// readConfig reads the configuration; none is fine, an unknown key is not.
func readConfig() (config, error) {
	var c config
	path := configPath()
	text, err := os.ReadFile(path)
	if path == "" || errors.Is(err, fs.ErrNotExist) {
		return c, nil
	}
	if err != nil {
		return c, usage("the configuration cannot be read: %v", err).WithHint("XDG_CONFIG_HOME names another directory for it")
	}
	dec := toml.NewDecoder(bytes.NewReader(text)).DisallowUnknownFields()
	err = dec.Decode(&c)
	var unknown *toml.StrictMissingError
	var wrong *toml.DecodeError
	switch {
	case err == nil:
		return c, nil
	case errors.As(err, &unknown):
		row, _ := unknown.Errors[0].Position()
		return c, configError(path, row, "no setting is called "+strings.Join(unknown.Errors[0].Key(), "."))
	case errors.As(err, &wrong):
		row, _ := wrong.Position()
		if key := wrong.Key(); len(key) > 0 {
			return c, configError(path, row, strings.Join(key, ".")+" is not one text in quotation marks")
		}
		return c, configError(path, row, strings.TrimPrefix(wrong.Error(), "toml: "))
	}
	return c, configError(path, 1, err.Error())
}

func configError(path string, row int, what string) *claims.Error {
	return usage("%s:%d: %s", path, row, what).WithHint("the settings are db, zone and actor")
}
