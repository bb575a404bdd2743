package report

import (
	"context"
	"fmt"
	"iter"
	"reflect"
	"runtime"
	"slices"
	"testing"

	"tracker/calendar"
	"tracker/claims"
	"tracker/reading/deadline"
)

// pledges is a book of promises by many speakers, made when they are read.
type pledges struct {
	n, speakers int
	step        int // every so many has its date moved by the next; 0 for none
	reads       *int
}

func (p pledges) claim(i int) claims.Claim {
	day := calendar.Date(2020, 1, 1) + calendar.Day(i%700)
	c := claims.Claim{ID: claims.ID(i + 1), Speaker: fmt.Sprint("Speaker ", i%p.speakers), Type: claims.Promise, Polarity: claims.Will,
		StatedOn: claims.Moment(day.String()), Window: claims.Window{Latest: day + 100, Class: deadline.ClassExact}}
	if p.step > 0 && i/p.speakers%p.step < 2 {
		c.UID = claims.UID(fmt.Sprint("uid ", i))
		if i/p.speakers%p.step == 1 {
			c.Supersedes = claims.UID(fmt.Sprint("uid ", i-p.speakers))
		}
	}
	switch i / p.speakers % 4 {
	case 1:
		c.Verdict = &claims.Verdict{Outcome: claims.Yes, Day: day + calendar.Day(60+i%150)}
	case 2:
		c.Verdict = &claims.Verdict{Outcome: claims.No, At: claims.Instant(1609459200000)}
	}
	return c
}

func (p pledges) Scorable(_ context.Context, f claims.Filter, _ claims.Instant) iter.Seq2[claims.Claim, error] {
	*p.reads++
	return func(yield func(claims.Claim, error) bool) {
		for i := range p.n {
			if c := p.claim(i); (len(f.Speakers) == 0 || slices.Contains(f.Speakers, c.Speaker)) && !yield(c, nil) {
				return
			}
		}
	}
}

func (p pledges) Claim(_ context.Context, ref string) (claims.Claim, error) {
	var id int
	_, err := fmt.Sscan(ref, &id)
	return p.claim(id - 1), err
}

const pledged = claims.Instant(1640995200000) // the first day of 2022

// One outlook after another is what each is by itself, whether speakers were read
// one by one or all at once.
func TestOutlooksAreWhatEachIs(t *testing.T) {
	const speakers = fewSpeakers + 20
	var reads, others int
	book := pledges{n: 30 * speakers, speakers: speakers, step: 7, reads: &reads}
	all, found, moved := NewOutlooks(book, pledged, asOf), 0, 0
	for i := range book.n {
		c := book.claim(i)
		got, err := all.Of(t.Context(), &c)
		if err != nil {
			t.Fatal(err)
		}
		if i%9 != 0 {
			continue
		}
		alone := book
		alone.reads = &others
		want, err := NewOutlooks(alone, pledged, asOf).Of(t.Context(), &c)
		if err != nil || !reflect.DeepEqual(got, want) {
			t.Fatalf("claim %d: %+v, want %+v: %v", c.ID, got, want, err)
		}
		if got != nil {
			found++
			if c.UID != "" {
				moved++
			}
		}
	}
	if found == 0 || moved == 0 {
		t.Fatalf("%d outlooks were compared, %d of moved promises", found, moved)
	}
	if reads > fewSpeakers+2 {
		t.Errorf("the book was read %d times for %d speakers", reads, speakers)
	}
}

// Of a promise outlooks keep what a slip is made of and its place, in its speaker's
// kind and in the book's.
func TestOutlooksKeepLittleOfALargeBook(t *testing.T) {
	const few, many, each = 10_000, 60_000, 80
	kept := func(n int) int64 {
		var before, after runtime.MemStats
		var reads int
		all := NewOutlooks(pledges{n: n, speakers: 10, reads: &reads}, pledged, asOf)
		runtime.GC()
		runtime.ReadMemStats(&before)
		for i := range 10 {
			if _, err := all.ofSpeaker(t.Context(), fmt.Sprint("Speaker ", i)); err != nil {
				t.Fatal(err)
			}
		}
		if k, err := all.ofOthers(t.Context(), "", claims.Filter{}); err != nil || k.all.N == 0 {
			t.Fatalf("no promises: %v", err)
		}
		runtime.GC()
		runtime.ReadMemStats(&after)
		runtime.KeepAlive(all)
		return int64(after.HeapAlloc) - int64(before.HeapAlloc)
	}
	kept(few) // what is made once
	if grown := kept(many) - kept(few); grown > (many-few)*each {
		t.Errorf("%d bytes of each further promise are kept, want at most %d", grown/(many-few), each)
	} else {
		t.Logf("%d bytes of each further promise", grown/(many-few))
	}
}
