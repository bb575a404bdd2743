package settings

import "runtime/debug"

// ProgramVersion is the release or the commit that the program was built of,
// "unversioned" where the build did not say: go run and -buildvcs=false do not.
func ProgramVersion() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		return versionOf(info)
	}
	return unversioned
}

const unversioned = "unversioned"

// versionOf reads a version out of what the build recorded; "+dirty" is a
// commit with changes.
func versionOf(info *debug.BuildInfo) string {
	if info.Main.Version != "" && info.Main.Version != "(devel)" {
		return info.Main.Version
	}
	recorded := map[string]string{}
	for _, s := range info.Settings {
		recorded[s.Key] = s.Value
	}
	if recorded["vcs.revision"] == "" {
		return unversioned
	}
	if recorded["vcs.modified"] == "true" {
		return recorded["vcs.revision"] + "+dirty"
	}
	return recorded["vcs.revision"]
}
