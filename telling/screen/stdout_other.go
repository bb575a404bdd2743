//go:build !unix

package screen

// hearBrokenPipe does nothing where a broken pipe is no signal.
func hearBrokenPipe() {}

// closed is not known here: the first write tells.
func (o *Outlet) closed() bool { return false }
