// Command scoring measures how fast a table of forecasts is scored, against
// pandas and scikit-learn on the same file, and whether both agree.
//
//	go run ./bench/scoring                    ten million rows, p to three decimals, then continuous;
//	                                          then 1.2 million rows on 600 events, with everything that hangs on events
//	go run ./bench/scoring -rows 1000000      fewer of the first two
//	go run ./bench/scoring -rows 0            only the last
//
// It needs a Python with pandas and scikit-learn (Debian: python3-pandas and
// python3-sklearn), measures nothing where there is none, and builds tracker itself. Times are the best of -runs, from
// process start to the last byte of JSON; memory is the peak resident set.
package main

import (
	"encoding/json"
	"flag"
	"fmt"
	"log"
	"math"
	"os"
	"os/exec"
	"path/filepath"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	rows := flag.Int("rows", 10_000_000, "rows of the table")
	speakers := flag.Int("speakers", 1000, "speakers")
	runs := flag.Int("runs", 3, "runs of each program, the best counts")
	python := flag.String("python", "/usr/bin/python3", "Python with pandas and scikit-learn")
	flag.Parse()
	if exec.Command(*python, "-c", "import pandas, sklearn").Run() != nil {
		fmt.Printf("tables of forecasts are not measured: %s has no pandas and scikit-learn (apt-get install python3-pandas python3-sklearn)\n", *python)
		return
	}
	if err := bench(*rows, *speakers, *runs, *python); err != nil {
		log.Fatal(err)
	}
}

// cost is what one program took.
type cost struct {
	seconds float64
	cpu     float64 // seconds on all processors
	peak    int64   // bytes
}

func bench(rows, speakers, runs int, python string) error {
	dir, err := os.MkdirTemp("", "bench-scoring")
	if err != nil {
		return err
	}
	defer os.RemoveAll(dir)
	tracker := filepath.Join(dir, "tracker")
	if out, err := exec.Command("go", "build", "-o", tracker, "./cmd/tracker").CombinedOutput(); err != nil {
		return fmt.Errorf("building tracker: %w\n%s", err, out)
	}
	var grid float64
	tables := []table{{"p to three decimals", rows, speakers, 3, 0}, {"continuous p", rows, speakers, 16, 0}}
	if rows == 0 {
		tables = nil
	}
	for _, t := range append(tables, table{"with events", 1_200_000, speakers, 2, 600}) {
		file := filepath.Join(dir, "forecasts.csv")
		size, err := t.write(file)
		if err != nil {
			return err
		}
		fmt.Printf("%s: %d rows, %d speakers, %d MB\n", t.name, t.rows, t.speakers, size>>20)
		ours, theirs := filepath.Join(dir, "ours.json"), filepath.Join(dir, "theirs.json")
		a, err := best(runs, ours, tracker, "score", "--forecasts", file, "--json")
		if err != nil {
			return err
		}
		b, err := best(runs, theirs, python, "bench/scoring/pandas_score.py", file)
		if err != nil {
			return err
		}
		if err := agree(ours, theirs); err != nil {
			return err
		}
		fmt.Printf("  tracker  %6.2f s %6.2f CPU s %6d MB\n  pandas   %6.2f s %6.2f CPU s %6d MB\n  ratio    %6.2f   %6.2f\n",
			a.seconds, a.cpu, a.peak>>20, b.seconds, b.cpu, b.peak>>20, a.seconds/b.seconds, a.cpu/b.cpu)
		if grid > 0 && t.events == 0 {
			fmt.Printf("  against three decimals %.2f\n", a.seconds/grid)
		}
		grid = a.seconds
	}
	return nil
}

// best runs a program several times with its output in a file.
func best(runs int, out, name string, args ...string) (cost, error) {
	least := cost{seconds: math.Inf(1), cpu: math.Inf(1)}
	for range runs {
		c, err := run(out, name, args...)
		if err != nil {
			return cost{}, fmt.Errorf("running %s: %w", name, err)
		}
		least = cost{min(least.seconds, c.seconds), min(least.cpu, c.cpu), max(least.peak, c.peak)}
	}
	return least, nil
}

func run(out, name string, args ...string) (cost, error) {
	f, err := os.Create(out)
	if err != nil {
		return cost{}, err
	}
	defer f.Close()
	cmd := exec.Command(name, args...)
	cmd.Stdout, cmd.Stderr = f, os.Stderr
	start := time.Now()
	if err := cmd.Run(); err != nil {
		return cost{}, err
	}
	usage := cmd.ProcessState.SysUsage().(*syscall.Rusage)
	cpu := cmd.ProcessState.UserTime() + cmd.ProcessState.SystemTime()
	return cost{time.Since(start).Seconds(), cpu.Seconds(), usage.Maxrss << 10}, f.Close()
}

// agree checks that both programs found the same.
func agree(ours, theirs string) error {
	var a struct {
		Groups []struct {
			Name  string
			N     int
			Brier float64
			Corp  struct{ MCB, DSC float64 }
			Bins  []struct {
				N     int
				MeanP float64 `json:"mean_p"`
				Freq  float64
			}
		}
	}
	var b map[string]struct {
		N               int
		Brier, MCB, DSC float64
		Bins            struct {
			N     []int
			MeanP []float64 `json:"mean_p"`
			Freq  []float64
		}
	}
	if err := readJSON(ours, &a); err != nil {
		return err
	}
	if err := readJSON(theirs, &b); err != nil {
		return err
	}
	if len(a.Groups) != len(b) {
		return fmt.Errorf("%d groups and %d", len(a.Groups), len(b))
	}
	for _, g := range a.Groups {
		w := b[g.Name]
		worst := max(math.Abs(g.Brier-w.Brier), math.Abs(g.Corp.MCB-w.MCB), math.Abs(g.Corp.DSC-w.DSC))
		for i, bin := range g.Bins {
			worst = max(worst, math.Abs(bin.MeanP-w.Bins.MeanP[i]), math.Abs(bin.Freq-w.Bins.Freq[i]))
		}
		if g.N != w.N || worst > 1e-9 {
			return fmt.Errorf("%s differs by %g: %+v and %+v", g.Name, worst, g, w)
		}
	}
	return nil
}

func readJSON(name string, into any) error {
	data, err := os.ReadFile(name)
	if err != nil {
		return err
	}
	return json.Unmarshal(data, into)
}
