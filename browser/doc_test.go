// Package browser holds what is published against a real browser: the demo's
// page, and one of a large book. It needs Chromium; where there is none its
// tests are skipped with a sentence, and fail when CI=true. Whether a page can
// be read by everybody is for axe-core to say, whose file TRACKER_AXE names.
package browser
