package install

import (
	"strings"

	"tracker/claims"
)

// CronLine returns the line of a crontab that runs the job at the times of
// five fields.
func (j Job) CronLine(when string) (string, error) {
	if err := j.oneLine(); err != nil {
		return "", err
	}
	words := []string{when}
	for _, v := range j.Environ {
		name, value, _ := strings.Cut(v, "=")
		words = append(words, name+"="+shellWord(value))
	}
	for _, a := range j.args() {
		words = append(words, shellWord(a))
	}
	line := strings.Join(words, " ")
	if strings.Contains(line, `\`) {
		return "", claims.Refuse("", "a crontab cannot name %s: crons disagree on what a backslash is", j.Book).
			WithHint("give it another name, or take --install systemd")
	}
	// The shell never sees the backslash: cron takes it off.
	return strings.ReplaceAll(line, "%", `\%`) + " # " + j.Name(), nil
}

// shellWord quotes s for the shell when it must.
func shellWord(s string) string {
	const plain = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789/._-=:,@+"
	if s != "" && strings.Trim(s, plain) == "" {
		return s
	}
	return "'" + strings.ReplaceAll(s, "'", `'"'"'`) + "'"
}

// WithCronLine returns a crontab with the job's line in the place of the one
// it had, or at the end.
func (j Job) WithCronLine(crontab, line string) string {
	rest, _ := j.WithoutCronLine(crontab)
	if rest != "" && !strings.HasSuffix(rest, "\n") {
		rest += "\n"
	}
	return rest + line + "\n"
}

// WithoutCronLine returns a crontab without the job's line, and whether it had
// one.
func (j Job) WithoutCronLine(crontab string) (rest string, had bool) {
	var kept strings.Builder
	for line := range strings.Lines(crontab) {
		if strings.HasSuffix(strings.TrimRight(line, "\r\n"), " # "+j.Name()) {
			had = true
			continue
		}
		kept.WriteString(line)
	}
	return kept.String(), had
}
