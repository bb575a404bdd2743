package store

import "tracker/store/sqlite"

// Belongs reports whether path is a book's file or one of its companions, by
// whatever name, and also one that is not there yet.
func Belongs(book, path string) bool { return sqlite.Belongs(book, path) }

// Target follows the symbolic links that path itself is, to the file that it
// stands for or would make.
func Target(path string) string { return sqlite.Target(path) }
