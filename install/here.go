package install

import (
	"bytes"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io/fs"
	"os"
	"os/exec"
	"path/filepath"
	"strings"

	"tracker/claims"
	"tracker/clean"
)

// Here is this machine, with a person's configuration in the folder config.
func Here(config string) Machine {
	return Machine{Units: filepath.Join(config, "systemd", "user"), Mails: mails(), Run: runHere}
}

// Of is the job that runs this program with args for the book at a path, which
// must be there, or on a server, in the environment that the program has now.
func Of(book string, args ...string) (Job, error) {
	program, err := thisProgram()
	if err != nil {
		return Job{}, err
	}
	job := Job{Program: program, Book: book, Args: args}
	if job.onServer() {
		job.takeEnviron(append(personal, connecting...)...)
		return job, nil
	}
	if job.Book, err = filepath.Abs(book); err != nil {
		return Job{}, err
	}
	if _, err := os.Stat(job.Book); errors.Is(err, fs.ErrNotExist) {
		return Job{}, unusable(errors.New("there is no book at "+job.Book)).WithHint("tracker init --db %s makes one", job.Book)
	}
	job.takeEnviron(personal...)
	return job, nil
}

// personal is what a person's shell sets and tracker reads.
var personal = []string{"XDG_CONFIG_HOME", "TRACKER_ACTOR"}

// takeEnviron has the job run with what this program has of some variables.
func (j *Job) takeEnviron(names ...string) {
	for _, name := range names {
		if v := os.Getenv(name); v != "" {
			j.Environ = append(j.Environ, name+"="+v)
		}
	}
}

// thisProgram is the whole path of the program, by the name it was started
// with where that is a link: what it points to may be replaced.
func thisProgram() (string, error) {
	real, err := os.Executable()
	if err != nil {
		return "", fmt.Errorf("find this program: %w", err)
	}
	if strings.HasPrefix(real, filepath.Join(os.TempDir(), "go-build")) {
		return "", claims.Mistyped("this is a program that go run has made for once").WithHint("go install ./cmd/tracker, and then tracker remind --install")
	}
	named, err := exec.LookPath(os.Args[0])
	if err == nil {
		named, err = filepath.Abs(named)
	}
	if err != nil || !sameFile(named, real) {
		return real, nil
	}
	return named, nil
}

func sameFile(a, b string) bool {
	x, err := os.Stat(a)
	y, err2 := os.Stat(b)
	return err == nil && err2 == nil && os.SameFile(x, y)
}

// runHere runs a program; see Machine.
func runHere(ctx context.Context, stdin, name string, args ...string) (string, error) {
	cmd := exec.CommandContext(ctx, name, args...)
	var out, said bytes.Buffer
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(stdin), &out, &said
	cmd.Env = append(os.Environ(), "LC_ALL=C")
	err := cmd.Run()
	if errors.Is(err, exec.ErrNotFound) {
		return "", fmt.Errorf("there is no %s on this machine: %w", name, fs.ErrNotExist)
	}
	if err != nil {
		return "", fmt.Errorf("%s: %s", name, clean.Line(cmp.Or(strings.TrimSpace(said.String()), err.Error())))
	}
	return out.String(), nil
}
