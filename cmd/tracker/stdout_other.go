//go:build !unix

package main

// ignoreBrokenPipe does nothing where a broken pipe is no signal.
func ignoreBrokenPipe() {}

// closed is not known here: the first write tells.
func (o *outlet) closed() bool { return false }
