package main

import (
	"testing"
)

func TestVerbOf(t *testing.T) {
	for _, c := range []struct {
		args []string
		want string
	}{
		{[]string{"list", "--limit", "3"}, "list"},
		{[]string{"--db", "add", "list"}, "list"},
		{[]string{"--db=add", "--zone", "UTC", "add", "x"}, "add"},
		{[]string{"--db"}, ""},
		{[]string{"--help", "list"}, ""},
		{[]string{"help", "list"}, ""},
		{[]string{"completion", "bash"}, ""},
		{[]string{"__complete", "list", ""}, ""},
		{[]string{"lst"}, ""},
		{nil, ""},
	} {
		if got := verbOf(c.args); got != c.want {
			t.Errorf("verbOf(%q) = %q, want %q", c.args, got, c.want)
		}
	}
}

// Every verb stands under its own name, and works alone as among all.
func TestVerbsAreNamedAsTheyAreMade(t *testing.T) {
	for _, v := range verbs {
		if c := v.make(newEnv()); c.Name() != v.name {
			t.Errorf("%s makes the command %s", v.name, c.Name())
		}
		root := newRoot(newEnv(), v.name)
		if c, _, err := root.Find([]string{v.name}); err != nil || c.Name() != v.name {
			t.Errorf("%s alone: %v", v.name, err)
		}
	}
}
