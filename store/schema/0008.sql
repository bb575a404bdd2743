-- The same book in half the room: a uid is kept as its 16 bytes, the body of
-- an entry is packed (ledger.Pack), a verdict has its place among those of its
-- claim, and the journal's subjects and the links between claims are found by
-- shorter indexes. Read back, every entry and every claim is what it was.

CREATE TABLE journal_next (
    seq     INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,                                -- milliseconds since 1970 UTC
    actor   TEXT    NOT NULL,
    command BLOB    NOT NULL CHECK (length(command) IN (16, 36)), -- UUIDv7, one per command run
    verb    TEXT    NOT NULL,
    kind    TEXT    NOT NULL CHECK (kind IN ('claim', 'import', 'name')),
    subject BLOB    NOT NULL,                                -- a uid; of a name its kind and fold
    body    BLOB    NOT NULL                                 -- canonical JSON, RFC 8785, packed when that is shorter
) STRICT;
INSERT INTO journal_next (seq, at, actor, command, verb, kind, subject, body)
    SELECT seq, at, actor, pack_uid(command), verb, kind, pack_subject(kind, subject), pack_body(body) FROM journal ORDER BY seq;

CREATE TABLE commands_next (
    uid       BLOB    NOT NULL PRIMARY KEY,
    verb      TEXT    NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    entries   INTEGER NOT NULL,
    undoes    BLOB,
    undone_by BLOB
) STRICT, WITHOUT ROWID;
INSERT INTO commands_next (uid, verb, first_seq, last_seq, entries, undoes, undone_by)
    SELECT pack_uid(uid), verb, first_seq, last_seq, entries, pack_uid(undoes), pack_uid(undone_by) FROM commands;

CREATE TABLE imports_next (
    command BLOB NOT NULL PRIMARY KEY,
    sha256  TEXT NOT NULL CHECK (length(sha256) = 64),       -- of the whole file
    done    INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT, WITHOUT ROWID;
INSERT INTO imports_next (command, sha256, done) SELECT pack_uid(command), sha256, done FROM imports;

CREATE TABLE verdicts_next (
    claim        INTEGER NOT NULL REFERENCES claims (id),
    place        INTEGER NOT NULL,                           -- from 1, in the order of the journal
    uid          BLOB    NOT NULL CHECK (length(uid) IN (16, 36)),
    outcome      TEXT    NOT NULL CHECK (outcome IN ('yes', 'no', 'partial', 'unclear', 'void')),
    extent       REAL    CHECK (extent BETWEEN 0 AND 1),
    event_date   TEXT    CHECK (event_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    timing       TEXT    NOT NULL CHECK (timing IN ('', 'early', 'on-time', 'late')),
    reason       TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    evidence     TEXT    NOT NULL,                           -- JSON
    by           TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    early_counts INTEGER CHECK (early_counts IN (0, 1)),
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
-- Most claims have had one verdict; of those that have had several, the
-- journal says which came first.
INSERT INTO verdicts_next (claim, place, uid, outcome, extent, event_date, timing, reason, note, evidence, by, at, early_counts)
    SELECT claim, row_number() OVER (PARTITION BY claim ORDER BY came), pack_uid(uid), outcome, extent, event_date, timing, reason, note,
        CASE evidence WHEN 'null' THEN '[]' ELSE evidence END, by, at, early_counts
    FROM (SELECT v.*, CASE WHEN (SELECT count(*) FROM verdicts o WHERE o.claim = v.claim) = 1 THEN 0 ELSE
        (SELECT min(j.seq) FROM journal j WHERE j.kind = 'claim' AND j.subject = (SELECT c.uid FROM claims c WHERE c.id = v.claim)
            AND v.uid IN (json_extract(CAST(j.body AS TEXT), '$.verdict.uid'), json_extract(CAST(j.body AS TEXT), '$.set.verdict.uid'))) END AS came
        FROM verdicts v);

CREATE TABLE claims_next (
    id            INTEGER PRIMARY KEY,
    uid           BLOB    NOT NULL UNIQUE CHECK (length(uid) IN (16, 36)),
    key           TEXT    NOT NULL,
    digest        INTEGER NOT NULL,                          -- the first 8 bytes of the identity's SHA-256
    statement     TEXT    NOT NULL CHECK (statement <> ''),
    quote         TEXT    NOT NULL,
    words_by      TEXT    NOT NULL CHECK (words_by IN ('', 'report')),
    language      TEXT    NOT NULL,
    speaker       INTEGER NOT NULL REFERENCES names (id),
    speaker_kind  TEXT    NOT NULL CHECK (speaker_kind IN ('person', 'institution', 'outlet', 'anonymous')),
    stated_on     TEXT    NOT NULL CHECK (stated_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*'),
    logged_at     INTEGER NOT NULL,
    event         INTEGER REFERENCES names (id),
    criterion     TEXT    NOT NULL,
    condition     TEXT    NOT NULL,
    polarity      TEXT    NOT NULL CHECK (polarity IN ('will', 'will-not')),
    type          TEXT    NOT NULL CHECK (type IN ('', 'promise', 'plan')),
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
    baseline_on   TEXT    CHECK (baseline_on GLOB '[0-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'), -- when that was said
    logged_by     TEXT    NOT NULL,
    notes         TEXT    NOT NULL,
    forced        INTEGER NOT NULL CHECK (forced IN (0, 1)),
    supersedes    BLOB,
    repeats       BLOB,
    snoozed_until TEXT    CHECK (snoozed_until GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    withdrawn     TEXT    NOT NULL,
    disputed      TEXT    NOT NULL,
    verdict       INTEGER,                                   -- the place of the verdict that counts
    proposed      TEXT,                                      -- JSON
    recorded_at      INTEGER,                                -- when it came to say what it says (record.go)
    amended_late_at  INTEGER,
    accepted_late_at INTEGER,
    withdrawn_at     INTEGER
) STRICT;
INSERT INTO claims_next (id, uid, key, digest, statement, quote, words_by, language, speaker, speaker_kind, stated_on, logged_at, event,
        criterion, condition, polarity, type, hedge_words, hedge_p, hedge_low, hedge_high, hedge_kind, hedge_map, phrase, earliest, latest,
        zone, granularity, class, relation, rule, rules, grace_days, alternatives, accepted, due_at, ask_at, wakes_at, baseline_p, baseline_on,
        logged_by, notes, forced, supersedes, repeats, snoozed_until, withdrawn, disputed, verdict, proposed,
        recorded_at, amended_late_at, accepted_late_at, withdrawn_at)
    SELECT id, pack_uid(uid), key, digest, statement, quote, words_by, language, speaker, speaker_kind, stated_on, logged_at, event,
        criterion, condition, polarity, type, hedge_words, hedge_p, hedge_low, hedge_high, hedge_kind, hedge_map, phrase, earliest, latest,
        zone, granularity, class, relation, rule, rules, grace_days, CASE alternatives WHEN 'null' THEN '[]' ELSE alternatives END, accepted,
        due_at, ask_at, wakes_at, baseline_p, baseline_on, logged_by, notes, forced, pack_uid(supersedes), pack_uid(repeats), snoozed_until,
        withdrawn, disputed, (SELECT v.place FROM verdicts_next v WHERE v.claim = c.id AND v.uid = pack_uid(c.verdict)), proposed,
        recorded_at, amended_late_at, accepted_late_at, withdrawn_at
    FROM claims c ORDER BY id;

DROP TABLE journal;
ALTER TABLE journal_next RENAME TO journal;
CREATE INDEX journal_subject ON journal (subject);
CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;

DROP TABLE commands;
ALTER TABLE commands_next RENAME TO commands;
CREATE INDEX commands_latest ON commands (last_seq) WHERE undone_by IS NULL;

DROP TABLE imports;
ALTER TABLE imports_next RENAME TO imports;

DROP TABLE verdicts;
ALTER TABLE verdicts_next RENAME TO verdicts;

DROP TABLE claims;
ALTER TABLE claims_next RENAME TO claims;
CREATE UNIQUE INDEX claims_key ON claims (key) WHERE key <> '';
CREATE INDEX claims_digest ON claims (digest);
CREATE INDEX claims_speaker ON claims (speaker, stated_on);
CREATE INDEX claims_event ON claims (event) WHERE event IS NOT NULL;
CREATE INDEX claims_waiting ON claims (ask_at) WHERE verdict IS NULL AND withdrawn = '' AND ask_at IS NOT NULL;
CREATE INDEX claims_supersedes ON claims (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX claims_repeats ON claims (repeats) WHERE repeats IS NOT NULL;
