package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
)

// membersMain prints the names of all members of the JSON values on standard
// input, in their order, each once, dots leading inwards: what a contract
// about JSON fields pins.
func membersMain() {
	dec := json.NewDecoder(os.Stdin)
	seen := map[string]bool{}
	for {
		err := printMembers(dec, "", seen)
		if err == io.EOF {
			return
		}
		if err != nil {
			fmt.Fprintln(os.Stderr, "members:", err)
			os.Exit(1)
		}
	}
}

// printMembers reads one JSON value and prints the members below prefix.
func printMembers(dec *json.Decoder, prefix string, seen map[string]bool) error {
	token, err := dec.Token()
	if err != nil {
		return err
	}
	delim, nested := token.(json.Delim)
	if !nested {
		return nil
	}
	for dec.More() {
		name := prefix
		if delim == '{' {
			key, err := dec.Token()
			if err != nil {
				return err
			}
			if name = key.(string); prefix != "" {
				name = prefix + "." + key.(string)
			}
			if !seen[name] {
				seen[name] = true
				fmt.Println(name)
			}
		}
		if err := printMembers(dec, name, seen); err != nil {
			return err
		}
	}
	_, err = dec.Token() // the closing brace or bracket
	return err
}
