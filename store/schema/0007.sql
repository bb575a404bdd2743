-- The day on which baseline_p was said.

ALTER TABLE claims ADD COLUMN baseline_on TEXT CHECK (baseline_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]');
