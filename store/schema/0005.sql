-- A prompt is planned by a rule for one channel and recipient, travels in a
-- letter, which has the same id however often it is sent, and is tried again
-- until it is sent or dead.

ALTER TABLE outbox RENAME TO outbox_before;
DROP INDEX outbox_waiting;
CREATE TABLE outbox (
    id           INTEGER PRIMARY KEY,
    claim        INTEGER NOT NULL REFERENCES claims (id),
    rule         TEXT    NOT NULL CHECK (rule IN ('due', 'ahead')),
    occurrence   TEXT    NOT NULL CHECK (occurrence GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    channel      TEXT    NOT NULL,
    recipient    TEXT    NOT NULL,
    state        TEXT    NOT NULL CHECK (state IN ('planned', 'sent', 'dead', 'dropped')),
    planned_at   INTEGER NOT NULL,
    ended_at     INTEGER,                                    -- when it was sent, dead or dropped
    letter       TEXT    NOT NULL DEFAULT '',                -- its stable id; '' before the first attempt
    letter_on    TEXT    NOT NULL DEFAULT '',                -- the recipient's day of that attempt
    owner        TEXT,                                       -- of the lease
    leased_until INTEGER,
    attempts     INTEGER NOT NULL DEFAULT 0,                 -- the fence
    next_at      INTEGER NOT NULL DEFAULT 0,                 -- after a failure: not to be tried before
    error        TEXT    NOT NULL DEFAULT '',                -- of the last attempt
    UNIQUE (claim, rule, occurrence, channel, recipient),
    CHECK ((state = 'planned') = (ended_at IS NULL))
) STRICT;
INSERT INTO outbox (id, claim, rule, occurrence, channel, recipient, state, planned_at, ended_at, attempts)
    SELECT id, claim, 'due', occurrence, channel, recipient,
        CASE WHEN sent_at IS NOT NULL THEN 'sent' WHEN dropped_at IS NOT NULL THEN 'dropped' ELSE 'planned' END,
        planned_at, coalesce(sent_at, dropped_at), attempts
    FROM outbox_before;
DROP TABLE outbox_before;
CREATE INDEX outbox_waiting ON outbox (channel, recipient) WHERE state = 'planned';
CREATE INDEX outbox_dead ON outbox (claim) WHERE state = 'dead';
CREATE INDEX outbox_letters ON outbox (channel, recipient, letter_on) WHERE letter <> '';
