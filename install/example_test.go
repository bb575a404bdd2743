package install_test

import (
	"fmt"

	"tracker/install"
)

func ExampleJob_CronLine() {
	job := install.Job{Program: "/home/desk/go/bin/tracker", Book: "/home/desk/book.db", Args: []string{"remind"}}
	fmt.Println(job.CronLine("0 8 * * 1-5"))
	// Output:
	// 0 8 * * 1-5 /home/desk/go/bin/tracker --db /home/desk/book.db remind # tracker-remind-book-fdaf87 <nil>
}
