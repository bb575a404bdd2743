-- What kind of statement a claim is and whose words its quote is, empty for a
-- forecast and for the speaker's own; and whether earlier was as good as said.

ALTER TABLE claims ADD COLUMN type TEXT NOT NULL DEFAULT '' CHECK (type IN ('', 'promise', 'plan'));
ALTER TABLE claims ADD COLUMN words_by TEXT NOT NULL DEFAULT '' CHECK (words_by IN ('', 'report'));
ALTER TABLE verdicts ADD COLUMN early_counts INTEGER CHECK (early_counts IN (0, 1));
