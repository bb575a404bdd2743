package main

import (
	"bufio"
	"math/rand/v2"
	"os"
	"strconv"
)

// writeTable writes a table of forecasts by speakers who exaggerate a little,
// with p rounded to so many decimals, and returns its size. The same arguments
// give the same table.
func writeTable(name string, rows, speakers, decimals int) (size int64, err error) {
	f, err := os.Create(name)
	if err != nil {
		return 0, err
	}
	defer f.Close()
	w := bufio.NewWriterSize(f, 1<<20)
	w.WriteString("speaker,p,y\n")
	g := rand.New(rand.NewPCG(1, 2))
	line := make([]byte, 0, 64)
	for range rows {
		p := g.Float64()
		line = append(line[:0], 's')
		line = strconv.AppendInt(line, int64(g.IntN(speakers)), 10)
		line = append(line, ',')
		line = strconv.AppendFloat(line, p, 'f', decimals, 64)
		line = append(line, ',', '0', '\n')
		if g.Float64() < 0.1+0.8*p {
			line[len(line)-2] = '1'
		}
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
