//go:build !unix

package screen

// IgnoreBrokenPipe does nothing where a broken pipe is no signal.
func IgnoreBrokenPipe() {}

// closed is not known here: the first write tells.
func (o *Outlet) closed() bool { return false }
