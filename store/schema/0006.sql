-- Answers to prompts: what was proposed as a verdict (from the journal, as every
-- column of a claim), and beside the journal what was taken in. A prompt is
-- answered once; a message is taken in once, and its answer told at least once.

ALTER TABLE claims ADD COLUMN proposed TEXT;

CREATE TABLE secrets (
    name  TEXT NOT NULL PRIMARY KEY,
    value BLOB NOT NULL                 -- what signs the tokens in prompts
) STRICT, WITHOUT ROWID;

CREATE TABLE answered (
    claim      INTEGER NOT NULL REFERENCES claims (id),
    recipient  TEXT    NOT NULL,
    occurrence TEXT    NOT NULL CHECK (occurrence GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    at         INTEGER NOT NULL,
    PRIMARY KEY (claim, recipient, occurrence)
) STRICT, WITHOUT ROWID;

CREATE TABLE received (
    inbox     TEXT    NOT NULL,
    message   TEXT    NOT NULL,         -- its id there
    recipient TEXT    NOT NULL,
    at        INTEGER NOT NULL,
    reply     TEXT    NOT NULL,         -- the line back; '' for none
    told_at   INTEGER,                  -- when it was sent, or given up
    PRIMARY KEY (inbox, message)
) STRICT, WITHOUT ROWID;
CREATE INDEX received_untold ON received (inbox) WHERE told_at IS NULL;

CREATE TABLE inboxes (
    name   TEXT NOT NULL PRIMARY KEY,
    cursor TEXT NOT NULL                -- up to where it has been read
) STRICT, WITHOUT ROWID;
