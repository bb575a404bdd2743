package program

import (
	"context"
	"errors"
	"os"
	"os/exec"
	"runtime"
	"strings"
	"time"

	"tracker/remind"
)

// Desktop shows a message as a note on this desktop. Where there is none,
// nobody was to see it: that is no failure.
type Desktop struct {
	OS  string              // "" is this one
	Env func(string) string // nil is the environment
}

var _ remind.Channel = (*Desktop)(nil)

// Send shows a message; see remind.Channel.
func (d *Desktop) Send(ctx context.Context, m remind.Message) (receipt string, err error) {
	argv, ok := d.argv(m)
	if ok {
		_, err := exec.LookPath(argv[0])
		ok = !errors.Is(err, exec.ErrNotFound)
	}
	if !ok {
		return "there is no desktop here", nil
	}
	if _, err := run(ctx, 5*time.Second, argv, nil); err != nil {
		return "", remind.Retry(0, err)
	}
	return "shown on the desktop", nil
}

// argv is what shows a note, where there is a desktop to show it on.
func (d *Desktop) argv(m remind.Message) ([]string, bool) {
	system, env := d.OS, d.Env
	if system == "" {
		system = runtime.GOOS
	}
	if env == nil {
		env = os.Getenv
	}
	switch body := brief(m); system {
	case "darwin":
		return []string{"osascript", "-e", "on run a", "-e", "display notification (item 2 of a) with title (item 1 of a)", "-e", "end run", "--", m.Subject, body}, true
	case "windows", "plan9", "js", "wasip1":
		return nil, false
	default:
		markup := strings.NewReplacer("&", "&amp;", "<", "&lt;", ">", "&gt;")
		return []string{"notify-send", "--app-name=tracker", "--", m.Subject, markup.Replace(body)},
			env("DISPLAY") != "" || env("WAYLAND_DISPLAY") != "" || env("DBUS_SESSION_BUS_ADDRESS") != ""
	}
}

// brief is what a note has room for: the claims, without what decides them.
func brief(m remind.Message) string {
	const most = 4
	var lines []string
	for _, c := range m.Claims[:min(len(m.Claims), most)] {
		lines = append(lines, c.Speaker+": "+c.Statement)
	}
	if n := len(m.Claims) - most; n > 0 {
		lines = append(lines, "…")
	}
	return strings.Join(lines, "\n")
}
