package main

import (
	"bufio"
	"math/rand/v2"
	"os"
	"strconv"
)

// table is a table of forecasts by speakers who exaggerate a little. The same
// one has the same rows.
type table struct {
	name     string
	rows     int
	speakers int
	decimals int // to which p is rounded
	events   int // that every row is on one of, 0 for no such column
}

// write writes the table and returns its size.
func (t table) write(name string) (size int64, err error) {
	f, err := os.Create(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString(t.header())
	g := rand.New(rand.NewPCG(1, 2))
	chances := make([]float64, t.events)
	happened := make([]bool, t.events)
	for e := range chances {
		chances[e] = g.Float64()
		happened[e] = g.Float64() < chances[e]
	}
	line := make([]byte, 0, 64)
	for range t.rows {
		line = t.line(line[:0], g, chances, happened)
		w.Write(line)
	}
	if err := w.Flush(); err != nil {
		return 0, err
	}
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), f.Close()
}

func (t table) header() string {
	if t.events > 0 {
		return "speaker,event,p,y\n"
	}
	return "speaker,p,y\n"
}

// line appends one row: on an event what is seen of its chance.
func (t table) line(line []byte, g *rand.Rand, chances []float64, happened []bool) []byte {
	p := g.Float64()
	line = append(line, 's')
	line = strconv.AppendInt(line, int64(g.IntN(t.speakers)), 10)
	line = append(line, ',')
	yes := false
	if t.events > 0 {
		e := g.IntN(t.events)
		p = min(0.99, max(0.01, chances[e]+0.3*(p-0.5)))
		yes = happened[e]
		line = append(line, 'e')
		line = append(strconv.AppendInt(line, int64(e), 10), ',')
	} else {
		yes = g.Float64() < 0.1+0.8*p
	}
	line = strconv.AppendFloat(line, p, 'f', t.decimals, 64)
	if yes {
		return append(line, ",1\n"...)
	}
	return append(line, ",0\n"...)
}
