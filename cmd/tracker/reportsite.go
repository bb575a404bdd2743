package main

import (
	"context"
	"path/filepath"

	"tracker/files"
	"tracker/telling/site"
)

// writeSite writes the report as a site into a folder.
func writeSite(ctx context.Context, e *env, o *reportOptions) error {
	then, end, err := o.reads(ctx, e)
	if err != nil {
		return err
	}
	defer end()
	pages, err := site.AddressesIn(ctx, then.opened, o.base)
	if err != nil {
		return err
	}
	o.spare = 100 // a site may have more memory than a report
	r, err := then.reportOf(ctx, o, pages)
	if err != nil {
		return err
	}
	progress := e.Progress(-1, "writing pages")
	defer progress.Done()
	tally, err := site.Write(ctx, o.out, site.Order{Report: r, Pages: pages, Progress: progress.Of,
		Placing: func() { progress.At("putting the pages in their place, and the old ones away", 0, -1) }})
	if err != nil {
		return err
	}
	first := filepath.Join(o.out, "index.html")
	e.Sayf("wrote %s: %s", first, tally)
	if e.Desk.Name == "" {
		e.Sayf("note: the pages name no desk, and no address for corrections; [desk] in tracker help environment gives them")
	}
	if o.open {
		return files.Show(first)
	}
	return nil
}
