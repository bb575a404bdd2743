-- When a claim came to say what it says, by this journal, and what was changed
-- about it after its window had closed. A claim that nothing has changed is
-- filled in here, every other one from its entries (record.go).

ALTER TABLE claims ADD COLUMN recorded_at INTEGER;
ALTER TABLE claims ADD COLUMN amended_late_at INTEGER;
ALTER TABLE claims ADD COLUMN accepted_late_at INTEGER;
ALTER TABLE claims ADD COLUMN withdrawn_at INTEGER;
UPDATE claims SET recorded_at = (SELECT at FROM journal WHERE subject = claims.uid AND kind = 'claim' ORDER BY seq LIMIT 1);
UPDATE claims SET withdrawn_at = recorded_at WHERE withdrawn <> '';
