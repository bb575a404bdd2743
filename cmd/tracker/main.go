// Command tracker keeps a record of who said what would happen, by when, and
// whether it did. This package is the only one that knows all the rooms: one
// file per verb, env.go wires, exit.go maps errors to codes.
package main

import "os"

func main() {
	os.Exit(run(os.Args[1:]))
}
