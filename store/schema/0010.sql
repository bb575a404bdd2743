-- Drafts read out of articles: the place that a claim was read from, and which
-- drafts are no claims (from the journal: entries of the kind draft).

ALTER TABLE claims ADD COLUMN drafted TEXT NOT NULL DEFAULT '';   -- claims.Drafted
CREATE INDEX claims_drafted ON claims (drafted) WHERE drafted <> '';

CREATE TABLE dropped (
    place TEXT NOT NULL PRIMARY KEY,      -- SHA-256 of the file, and the span
    rules TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- No row changes: the journal is as large as the book, and is not copied for a
-- word more in what it allows.
PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql, '''import'', ''name'')', '''import'', ''name'', ''draft'')') WHERE name = 'journal';
PRAGMA writable_schema = RESET;
