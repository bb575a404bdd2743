package site

import (
	"encoding/json"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"strings"

	"tracker/claims"
	"tracker/scratch"
)

// Schema names this edition of the pages' JSON; it stands in markFile too.
const Schema = "tracker.site/1"

// markFile says of a folder that a site stands in it.
const markFile = "site.json"

// stood is the site that stands in a folder.
type stood struct {
	there, cards bool // whether there is one, and cards that are files of their own
	files        int
}

// standing counts the files of the site that stands in a folder, and refuses a
// folder that holds anything else. There is none in a folder that is empty or
// is not there.
func standing(dir, typed string) (old stood, err error) {
	info, err := os.Stat(dir)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		return old, nil
	case err != nil:
		return old, unwritable(typed, err)
	case !info.IsDir():
		return old, claims.Refuse("", "%s is no folder", typed).WithHint("--out DIR names a folder, one that is there or a new one")
	}
	text, err := os.ReadFile(filepath.Join(dir, markFile))
	var mark struct{ Schema string }
	marked := err == nil && json.Unmarshal(text, &mark) == nil && mark.Schema == Schema
	err = eachFile(dir, typed, "", func(name string, isOurs bool) error {
		old.files++
		old.cards = old.cards || strings.HasSuffix(name, cardEnding)
		switch {
		case !marked:
			return claims.Refuse("", "%s holds %s and is not a site of tracker", typed, name).WithHint("--out names a new folder, or one that is empty: a site takes the whole of it")
		case !isOurs:
			return claims.Refuse("", "%s holds %s, which is not of its site", typed, name).WithHint("move it elsewhere first: a site takes the whole of its folder")
		}
		return nil
	})
	old.there = true
	return old, err
}

// eachFile calls fn for everything in a folder of a site but for its folders.
func eachFile(dir, typed, folder string, fn func(name string, isOurs bool) error) error {
	f, err := os.Open(filepath.Join(dir, folder))
	if err != nil {
		return unwritable(typed, err)
	}
	defer f.Close()
	for {
		list, err := f.ReadDir(1000)
		for _, x := range list {
			name := filepath.Join(folder, x.Name())
			if x.IsDir() && folder == "" && ours()[x.Name()] != nil {
				if err := eachFile(dir, typed, x.Name(), fn); err != nil {
					return err
				}
			} else if err := fn(name, x.Type().IsRegular() && ours()[folder].MatchString(x.Name())); err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return unwritable(typed, err)
		}
	}
}

func unwritable(typed string, err error) error {
	return claims.Refuse("", "%s cannot be written: %v", typed, scratch.Pathless(err)).Because(err).WithHint("--out DIR names another folder")
}
