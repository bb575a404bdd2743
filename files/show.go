package files

import (
	"cmp"
	"os"
	"os/exec"
	"path/filepath"
	"runtime"

	"tracker/claims"
	"tracker/scratch"
)

// openers show a file in the browser, by operating system.
var openers = map[string][]string{"darwin": {"open"}, "windows": {"rundll32", "url.dll,FileProtocolHandler"}}

// Show hands a file to the program that shows it, and does not wait for it.
func Show(path string) error {
	whole, err := filepath.Abs(path)
	if err != nil {
		return err
	}
	opener := openers[runtime.GOOS]
	if opener == nil || os.Getenv("BROWSER") != "" {
		opener = []string{cmp.Or(os.Getenv("BROWSER"), "xdg-open")}
	}
	if err := exec.Command(opener[0], append(opener[1:], whole)...).Start(); err != nil {
		return claims.Refuse("", "%s is written and cannot be shown: %v", path, scratch.Pathless(err)).WithHint("open it in a browser, or name one in BROWSER")
	}
	return nil
}
