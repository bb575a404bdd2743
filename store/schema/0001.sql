-- The journal is the book; every other table but the last two follows from it.

CREATE TABLE journal (
    seq     INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,                                -- milliseconds since 1970 UTC
    actor   TEXT    NOT NULL,
    command TEXT    NOT NULL CHECK (length(command) = 36),   -- UUIDv7, one per command run
    verb    TEXT    NOT NULL,
    kind    TEXT    NOT NULL CHECK (kind IN ('claim', 'import', 'name')),
    subject TEXT    NOT NULL,
    body    BLOB    NOT NULL                                 -- canonical JSON, RFC 8785
) STRICT;
CREATE INDEX journal_subject ON journal (subject);

CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

CREATE TABLE commands (
    uid       TEXT    NOT NULL PRIMARY KEY,
    verb      TEXT    NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    entries   INTEGER NOT NULL,
    undoes    TEXT,
    undone_by TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX commands_latest ON commands (last_seq) WHERE undone_by IS NULL;

CREATE TABLE imports (
    command TEXT NOT NULL PRIMARY KEY,
    sha256  TEXT NOT NULL CHECK (length(sha256) = 64),       -- of the whole file
    done    INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT, WITHOUT ROWID;

CREATE TABLE names (
    id     INTEGER PRIMARY KEY,
    kind   TEXT    NOT NULL CHECK (kind IN ('entity', 'event')),
    fold   TEXT    NOT NULL,                                 -- NFC and case-folded
    name   TEXT    NOT NULL CHECK (name <> ''),
    date   TEXT    CHECK (date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    target INTEGER REFERENCES names (id),                    -- the name this one is merged into
    UNIQUE (kind, fold)
) STRICT;

CREATE TABLE claims (
    id            INTEGER PRIMARY KEY,
    uid           TEXT    NOT NULL UNIQUE CHECK (length(uid) = 36),
    key           TEXT    NOT NULL,
    digest        INTEGER NOT NULL,                          -- the first 8 bytes of the identity's SHA-256
    statement     TEXT    NOT NULL CHECK (statement <> ''),
    quote         TEXT    NOT NULL,
    language      TEXT    NOT NULL,
    speaker       INTEGER NOT NULL REFERENCES names (id),
    speaker_kind  TEXT    NOT NULL CHECK (speaker_kind IN ('person', 'institution', 'outlet', 'anonymous')),
    stated_on     TEXT    NOT NULL CHECK (stated_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*'),
    logged_at     INTEGER NOT NULL,
    event         INTEGER REFERENCES names (id),
    criterion     TEXT    NOT NULL,
    condition     TEXT    NOT NULL,
    polarity      TEXT    NOT NULL CHECK (polarity IN ('will', 'will-not')),
    hedge_words   TEXT    NOT NULL,
    hedge_p       REAL    CHECK (hedge_p BETWEEN 0 AND 1),
    hedge_low     REAL    CHECK (hedge_low BETWEEN 0 AND hedge_p),
    hedge_high    REAL    CHECK (hedge_high BETWEEN hedge_p AND 1),
    hedge_kind    TEXT    NOT NULL,
    hedge_map     TEXT    NOT NULL,
    phrase        TEXT    NOT NULL,
    earliest      TEXT    CHECK (earliest GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    latest        TEXT    CHECK (latest GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]' AND latest >= earliest),
    zone          TEXT    NOT NULL,
    granularity   TEXT    NOT NULL,
    class         TEXT    NOT NULL CHECK (class IN ('exact', 'bounded', 'fuzzy', 'vague', 'event', 'none')),
    relation      TEXT    NOT NULL CHECK (relation IN ('on', 'by', 'before', 'in', 'within', 'earliest', 'after', 'vague', 'none')),
    rule          TEXT    NOT NULL,
    rules         TEXT    NOT NULL,
    grace_days    INTEGER NOT NULL CHECK (grace_days BETWEEN 0 AND 366),
    alternatives  TEXT    NOT NULL,                          -- JSON
    accepted      INTEGER NOT NULL CHECK (accepted IN (0, 1)),
    due_at        INTEGER,
    ask_at        INTEGER,                                   -- due_at, or wakes_at when that is later
    wakes_at      INTEGER,                                   -- when a snooze ends
    baseline_p    REAL    CHECK (baseline_p BETWEEN 0 AND 1),
    logged_by     TEXT    NOT NULL,
    notes         TEXT    NOT NULL,
    forced        INTEGER NOT NULL CHECK (forced IN (0, 1)),
    supersedes    TEXT,
    repeats       TEXT,
    snoozed_until TEXT    CHECK (snoozed_until GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    withdrawn     TEXT    NOT NULL,
    disputed      TEXT    NOT NULL,
    verdict       TEXT                                       -- uid of the verdict that counts
) STRICT;
CREATE UNIQUE INDEX claims_key ON claims (key) WHERE key <> '';
CREATE INDEX claims_digest ON claims (digest);
CREATE INDEX claims_speaker ON claims (speaker, stated_on);
CREATE INDEX claims_event ON claims (event) WHERE event IS NOT NULL;
CREATE INDEX claims_waiting ON claims (ask_at) WHERE verdict IS NULL AND withdrawn = '' AND ask_at IS NOT NULL;

CREATE TABLE attribution (
    claim  INTEGER NOT NULL REFERENCES claims (id),
    place  INTEGER NOT NULL,
    entity INTEGER NOT NULL REFERENCES names (id),
    role   TEXT    NOT NULL CHECK (role IN ('origin', 'relay', 'publisher')),
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_entity ON attribution (entity);

CREATE TABLE appearances (
    claim        INTEGER NOT NULL REFERENCES claims (id),
    place        INTEGER NOT NULL,
    source       INTEGER NOT NULL REFERENCES names (id),
    url          TEXT    NOT NULL,
    title        TEXT    NOT NULL,
    published_on TEXT    CHECK (published_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    archive_url  TEXT    NOT NULL,
    sha256       TEXT    NOT NULL,
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX appearances_source ON appearances (source);

CREATE TABLE tags (
    claim INTEGER NOT NULL REFERENCES claims (id),
    tag   TEXT    NOT NULL,
    PRIMARY KEY (claim, tag)
) STRICT, WITHOUT ROWID;
CREATE INDEX tags_tag ON tags (tag);

CREATE TABLE verdicts (
    uid        TEXT    NOT NULL PRIMARY KEY CHECK (length(uid) = 36),
    claim      INTEGER NOT NULL REFERENCES claims (id),
    outcome    TEXT    NOT NULL CHECK (outcome IN ('yes', 'no', 'partial', 'unclear', 'void')),
    extent     REAL    CHECK (extent BETWEEN 0 AND 1),
    event_date TEXT    CHECK (event_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    timing     TEXT    NOT NULL CHECK (timing IN ('', 'early', 'on-time', 'late')),
    reason     TEXT    NOT NULL,
    note       TEXT    NOT NULL,
    evidence   TEXT    NOT NULL,                             -- JSON
    by         TEXT    NOT NULL,
    at         INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX verdicts_claim ON verdicts (claim);

-- What follows is not in the journal: the state of reminding.

CREATE TABLE outbox (
    id         INTEGER PRIMARY KEY,
    claim      INTEGER NOT NULL REFERENCES claims (id),
    occurrence TEXT    NOT NULL CHECK (occurrence GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    channel    TEXT    NOT NULL,
    recipient  TEXT    NOT NULL,
    planned_at INTEGER NOT NULL,
    taken_at   INTEGER,
    owner      TEXT,
    attempts   INTEGER NOT NULL DEFAULT 0,
    sent_at    INTEGER,
    dropped_at INTEGER,
    UNIQUE (claim, occurrence, channel, recipient)
) STRICT;
CREATE INDEX outbox_waiting ON outbox (planned_at) WHERE sent_at IS NULL AND dropped_at IS NULL;

CREATE TABLE heartbeat (
    name TEXT    NOT NULL PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
