package settings

import (
	"runtime/debug"
	"testing"
)

func TestVersionOf(t *testing.T) {
	commit := debug.BuildSetting{Key: "vcs.revision", Value: "3835aeef"}
	changed := debug.BuildSetting{Key: "vcs.modified", Value: "true"}
	for _, c := range []struct {
		main     string
		settings []debug.BuildSetting
		want     string
	}{
		{"v1.2.0", []debug.BuildSetting{commit}, "v1.2.0"},
		{"v0.0.0-20261126195429-3835aeef189d+dirty", nil, "v0.0.0-20261126195429-3835aeef189d+dirty"},
		{"(devel)", []debug.BuildSetting{commit}, "3835aeef"},
		{"(devel)", []debug.BuildSetting{commit, changed}, "3835aeef+dirty"},
		{"(devel)", nil, "unversioned"},
		{"", nil, "unversioned"},
	} {
		if got := versionOf(&debug.BuildInfo{Main: debug.Module{Version: c.main}, Settings: c.settings}); got != c.want {
			t.Errorf("%q with %v: got %q, want %q", c.main, c.settings, got, c.want)
		}
	}
}
