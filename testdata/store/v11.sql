-- A book of schema 11. Keep it as it is: it shows that such books still open.
CREATE TABLE names (
    id     INTEGER PRIMARY KEY,
    kind   TEXT    NOT NULL CHECK (kind IN ('entity', 'event')),
    fold   TEXT    NOT NULL,                                 -- NFC and case-folded
    name   TEXT    NOT NULL CHECK (name <> ''),
    date   TEXT    CHECK (date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    target INTEGER REFERENCES names (id),                    -- the name this one is merged into
    UNIQUE (kind, fold)
) STRICT;
CREATE TABLE attribution (
    claim  INTEGER NOT NULL REFERENCES claims (id),
    place  INTEGER NOT NULL,
    entity INTEGER NOT NULL REFERENCES names (id),
    role   TEXT    NOT NULL CHECK (role = 'origin' OR role = 'relay' OR role = 'publisher'),
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
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
CREATE TABLE tags (
    claim INTEGER NOT NULL REFERENCES claims (id),
    tag   TEXT    NOT NULL,
    PRIMARY KEY (claim, tag)
) STRICT, WITHOUT ROWID;
CREATE TABLE heartbeat (
    name TEXT    NOT NULL PRIMARY KEY,
    at   INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
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
CREATE TABLE inboxes (
    name   TEXT NOT NULL PRIMARY KEY,
    cursor TEXT NOT NULL                -- up to where it has been read
) STRICT, WITHOUT ROWID;
CREATE TABLE "journal" (
    seq     INTEGER PRIMARY KEY,
    at      INTEGER NOT NULL,                                -- milliseconds since 1970 UTC
    actor   TEXT    NOT NULL,
    command BLOB    NOT NULL CHECK (length(command) IN (16, 36)), -- UUIDv7, one per command run
    verb    TEXT    NOT NULL,
    kind    TEXT    NOT NULL CHECK (kind = 'claim' OR kind = 'import' OR kind = 'name' OR kind = 'draft'),
    subject BLOB    NOT NULL,                                -- a uid; of a name its kind and fold
    body    BLOB    NOT NULL                                 -- canonical JSON, RFC 8785, packed when that is shorter
) STRICT;
CREATE TABLE "commands" (
    uid       BLOB    NOT NULL PRIMARY KEY,
    verb      TEXT    NOT NULL,
    first_seq INTEGER NOT NULL,
    last_seq  INTEGER NOT NULL,
    entries   INTEGER NOT NULL,
    undoes    BLOB,
    undone_by BLOB
) STRICT, WITHOUT ROWID;
CREATE TABLE "imports" (
    command BLOB NOT NULL PRIMARY KEY,
    sha256  TEXT NOT NULL CHECK (length(sha256) = 64),       -- of the whole file
    done    INTEGER NOT NULL CHECK (done IN (0, 1))
) STRICT, WITHOUT ROWID;
CREATE TABLE "verdicts" (
    claim        INTEGER NOT NULL REFERENCES claims (id),
    place        INTEGER NOT NULL,                           -- from 1, in the order of the journal
    uid          BLOB    NOT NULL CHECK (length(uid) IN (16, 36)),
    outcome      TEXT    NOT NULL CHECK (outcome = 'yes' OR outcome = 'no' OR outcome = 'partial' OR outcome = 'unclear' OR outcome = 'void'),
    extent       REAL    CHECK (extent BETWEEN 0 AND 1),
    event_date   TEXT    CHECK (event_date GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]'),
    timing       TEXT    NOT NULL CHECK (timing = '' OR timing = 'early' OR timing = 'on-time' OR timing = 'late'),
    reason       TEXT    NOT NULL,
    note         TEXT    NOT NULL,
    evidence     TEXT    NOT NULL,                           -- JSON
    by           TEXT    NOT NULL,
    at           INTEGER NOT NULL,
    early_counts INTEGER CHECK (early_counts IN (0, 1)),
    PRIMARY KEY (claim, place)
) STRICT, WITHOUT ROWID;
CREATE TABLE "claims" (
    id            INTEGER PRIMARY KEY,
    uid           BLOB    NOT NULL UNIQUE CHECK (length(uid) IN (16, 36)),
    key           TEXT    NOT NULL,
    digest        INTEGER NOT NULL,                          -- the first 8 bytes of the identity's SHA-256
    statement     TEXT    NOT NULL CHECK (statement <> ''),
    quote         TEXT    NOT NULL,
    words_by      TEXT    NOT NULL CHECK (words_by IN ('', 'report')),
    language      TEXT    NOT NULL,
    speaker       INTEGER NOT NULL REFERENCES names (id),
    speaker_kind  TEXT    NOT NULL CHECK (speaker_kind = 'person' OR speaker_kind = 'institution' OR speaker_kind = 'outlet' OR speaker_kind = 'anonymous'),
    stated_on     TEXT    NOT NULL CHECK (stated_on GLOB '[1-9][0-9][0-9][0-9]-[01][0-9]-[0-3][0-9]*'),
    logged_at     INTEGER NOT NULL,
    event         INTEGER REFERENCES names (id),
    criterion     TEXT    NOT NULL,
    condition     TEXT    NOT NULL,
    polarity      TEXT    NOT NULL CHECK (polarity IN ('will', 'will-not')),
    type          TEXT    NOT NULL CHECK (type = '' OR type = 'promise' OR type = 'plan'),
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
    class         TEXT    NOT NULL CHECK (class = 'exact' OR class = 'bounded' OR class = 'fuzzy' OR class = 'vague' OR class = 'event' OR class = 'none'),
    relation      TEXT    NOT NULL CHECK (relation = 'on' OR relation = 'by' OR relation = 'before' OR relation = 'in' OR relation = 'within' OR relation = 'earliest' OR relation = 'after' OR relation = 'vague' OR relation = 'none'),
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
, drafted TEXT NOT NULL DEFAULT '') STRICT;
CREATE TABLE dropped (
    place TEXT NOT NULL PRIMARY KEY,      -- SHA-256 of the file, and the span
    rules TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attribution_entity ON attribution (entity);
CREATE INDEX appearances_source ON appearances (source);
CREATE INDEX tags_tag ON tags (tag);
CREATE INDEX names_target ON names (target) WHERE target IS NOT NULL;
CREATE INDEX outbox_waiting ON outbox (channel, recipient) WHERE state = 'planned';
CREATE INDEX outbox_dead ON outbox (claim) WHERE state = 'dead';
CREATE INDEX outbox_letters ON outbox (channel, recipient, letter_on) WHERE letter <> '';
CREATE INDEX received_untold ON received (inbox) WHERE told_at IS NULL;
CREATE INDEX journal_subject ON journal (subject);
CREATE TRIGGER journal_keeps_lines BEFORE DELETE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE TRIGGER journal_keeps_words BEFORE UPDATE ON journal
BEGIN SELECT raise(ABORT, 'the journal is append-only'); END;
CREATE INDEX commands_latest ON commands (last_seq) WHERE undone_by IS NULL;
CREATE UNIQUE INDEX claims_key ON claims (key) WHERE key <> '';
CREATE INDEX claims_digest ON claims (digest);
CREATE INDEX claims_speaker ON claims (speaker, stated_on);
CREATE INDEX claims_event ON claims (event) WHERE event IS NOT NULL;
CREATE INDEX claims_waiting ON claims (ask_at) WHERE verdict IS NULL AND withdrawn = '' AND ask_at IS NOT NULL;
CREATE INDEX claims_supersedes ON claims (supersedes) WHERE supersedes IS NOT NULL;
CREATE INDEX claims_repeats ON claims (repeats) WHERE repeats IS NOT NULL;
CREATE VIEW public_about AS SELECT 1 AS version;
CREATE VIEW public_claims AS SELECT c.id AS id,
    CASE length(c.uid) WHEN 16 THEN substr(lower(hex(c.uid)), 1, 8) || '-' || substr(lower(hex(c.uid)), 9, 4) || '-' || substr(lower(hex(c.uid)), 13, 4) || '-' ||
        substr(lower(hex(c.uid)), 17, 4) || '-' || substr(lower(hex(c.uid)), 21) ELSE CAST(c.uid AS TEXT) END AS uid,
    c.statement AS statement, c.quote AS quote, c.words_by AS words_by, c.language AS language,
    coalesce(st.name, s.name) AS speaker, c.speaker_kind AS speaker_kind, c.stated_on AS stated_on,
    coalesce(et.name, e.name) AS event, c.criterion AS criterion, c.condition AS condition, c.polarity AS polarity,
    CASE c.type WHEN '' THEN 'forecast' ELSE c.type END AS type,
    c.hedge_words AS hedge_words, c.hedge_p AS hedge_p, c.hedge_low AS hedge_low, c.hedge_high AS hedge_high,
    c.phrase AS phrase, c.earliest AS earliest, c.latest AS latest, c.zone AS zone, c.grace_days AS grace_days, c.class AS class, c.accepted AS accepted,
    strftime('%Y-%m-%dT%H:%M:%SZ', c.due_at / 1000, 'unixepoch') AS due_at,
    strftime('%Y-%m-%dT%H:%M:%SZ', c.recorded_at / 1000, 'unixepoch') AS recorded_at,
    c.withdrawn AS withdrawn, c.disputed AS disputed,
    v.outcome AS outcome, v.extent AS extent, v.event_date AS event_date, v.timing AS timing, v.reason AS reason
    FROM claims c JOIN names s ON s.id = c.speaker LEFT JOIN names st ON st.id = s.target
    LEFT JOIN names e ON e.id = c.event LEFT JOIN names et ON et.id = e.target
    LEFT JOIN verdicts v ON v.claim = c.id AND v.place = c.verdict;
CREATE VIEW public_verdicts AS SELECT v.claim AS claim, v.place AS place, CASE v.place WHEN c.verdict THEN 1 ELSE 0 END AS counts,
    v.outcome AS outcome, v.extent AS extent, v.event_date AS event_date, v.timing AS timing, v.reason AS reason, v.note AS note, v.evidence AS evidence,
    strftime('%Y-%m-%dT%H:%M:%SZ', v.at / 1000, 'unixepoch') AS at, c.withdrawn AS withdrawn
    FROM verdicts v JOIN claims c ON c.id = v.claim;
CREATE VIEW public_appearances AS SELECT a.claim AS claim, a.place AS place, coalesce(t.name, n.name) AS source,
    a.url AS url, a.title AS title, a.published_on AS published_on, a.archive_url AS archive_url, a.sha256 AS sha256, c.withdrawn AS withdrawn
    FROM appearances a JOIN claims c ON c.id = a.claim JOIN names n ON n.id = a.source LEFT JOIN names t ON t.id = n.target;
CREATE INDEX claims_drafted ON claims (drafted) WHERE drafted <> '';
INSERT INTO names VALUES (1, 'entity', 'the ministry', 'The ministry', NULL, NULL);
INSERT INTO names VALUES (2, 'event', 'talks', 'talks', NULL, NULL);
INSERT INTO names VALUES (3, 'entity', 'the gazette', 'The gazette', NULL, 1);
INSERT INTO names VALUES (4, 'event', 'summit', 'summit', '2025-09-01', NULL);
INSERT INTO attribution VALUES (1, 1, 1, 'origin');
INSERT INTO attribution VALUES (1, 2, 3, 'publisher');
INSERT INTO attribution VALUES (2, 1, 1, 'origin');
INSERT INTO attribution VALUES (2, 2, 3, 'publisher');
INSERT INTO attribution VALUES (3, 1, 1, 'origin');
INSERT INTO attribution VALUES (3, 2, 3, 'publisher');
INSERT INTO attribution VALUES (4, 1, 1, 'origin');
INSERT INTO attribution VALUES (4, 2, 3, 'publisher');
INSERT INTO appearances VALUES (1, 1, 3, 'https://example.org/talks', '', '2025-08-07', '', '');
INSERT INTO appearances VALUES (2, 1, 3, 'https://example.org/talks', '', '2025-08-07', '', '');
INSERT INTO appearances VALUES (3, 1, 3, 'https://example.org/talks', '', '2025-08-07', '', '');
INSERT INTO appearances VALUES (4, 1, 3, 'https://example.org/talks', '', '2025-08-07', '', '');
INSERT INTO tags VALUES (1, 'diplomacy');
INSERT INTO tags VALUES (2, 'diplomacy');
INSERT INTO tags VALUES (3, 'diplomacy');
INSERT INTO tags VALUES (4, 'diplomacy');
INSERT INTO tags VALUES (1, 'talks');
INSERT INTO tags VALUES (2, 'talks');
INSERT INTO tags VALUES (3, 'talks');
INSERT INTO tags VALUES (4, 'talks');
INSERT INTO heartbeat VALUES ('daemon', 1755518400000);
INSERT INTO heartbeat VALUES ('next', 1755518400000);
INSERT INTO outbox VALUES (1, 2, 'due', '2025-08-18', 'stdout', '', 'sent', 1755518400000, 1755518400000, '01a21aa6-5ae7-70ba-9b88-6918d57fa633', '2025-08-18', 'test', 1755518700000, 1, 0, '');
INSERT INTO outbox VALUES (2, 3, 'due', '2025-08-18', 'stdout', '', 'sent', 1755518400000, 1755518400000, '01a21aa6-5ae7-70ba-9b88-6918d57fa633', '2025-08-18', 'test', 1755518700000, 1, 0, '');
INSERT INTO outbox VALUES (3, 4, 'due', '2025-08-18', 'stdout', '', 'sent', 1755518400000, 1755518400000, '01a21aa6-5ae7-70ba-9b88-6918d57fa633', '2025-08-18', 'test', 1755518700000, 1, 0, '');
INSERT INTO journal VALUES (1, 1755518400000, 'desk', X'01A21AA65A237AE7988736076CA5056B', 'add', 'claim', X'01A21AA65A3171D985713B0ECE69032B', X'01DF0623322759E81A988392032C37818AB1F4C4AAD4921250E8A1662CE4E2AB243127BB189CD3500B31A4860EC8A8DCCCBCCCE29222B0E3F3C18E476AF7A0A844580A5508736E11D816709A02654BB0BD5832B5392253C32B30689E06494132755269664E09B8EA05E76690042C3B432B2F4466269087C161676811626868656A69656A094B505065E0BC90925A0C8A28DCF918E471B08F1440120A10372814A5820A250578CAD0034510248743F5E42282B518224164D607C5B7194C029AFD4106421C01B538334FA10894A1140C4199135A32A46416E4E4E7262683EC04AB462E28128D0C1313CD744D138D0D75CD0D532C752D4CCD0D758D930C529353CD2C0D8C8D92C0F52E2C1BC332696A4522B839889A4921E10ACEA578322A4815C87DA8D90D145CA04840CA6E10A5A0444E28CF8113062857210C02F1402E355442CB5E00');
INSERT INTO journal VALUES (2, 1755518400000, 'desk', X'01A21AA65A35769FA71446D108009FF2', 'add', 'claim', X'01A21AA65A36707792A077D517F8CD3A', X'01DF0623322759E81A988392032C37818AB1F4C4AAD4921250E8A1662CE4E2AB243127BB189CD3500B31A4860EC8A8DCCCBCCCE29222B0E3F3C18E476AF7A0A844580A5508736E11D816709A02654BB0BD5832B5392253C32B30689E06494132755269664E09B8EA05E76690042C3B432B2F686636024519DE3C0C0E3B438B1043432B534B2B534B5882822A03E78594D4625044E1CEC7208F837DA400925080B841A12815542829C053861E288220391CAA271711ACC5100922B33E28BECD6012D0EC0F3210E208A8C599790A45A00CA5004A54B0922125B320273F373119642758357241916864989868A66B9A686CA66B6E606EAE6B699468A06B6E9E626A689E66919C629C08AE7761D918964953A1CD41D44C0A0957702EC5935141AA0C31B21B28B840918094DD204A41899C509E03270C50AE421804E2815C6AA88496BD00');
INSERT INTO journal VALUES (3, 1755518400000, 'desk', X'01A21AA65A377B67B3328FB7FEE48090', 'add', 'claim', X'01A21AA65A3873278ADD7AEAD258DEDB', X'01DF0623322759E81A988392032C37818AB1F4C4AAD4921250E8A1662CE4E2AB243127BB189CD3500B31A4860EC8A8DCCCBCCCE29222B0E3F3C18E476AF7A0A844580A5508736E11D816709A02654BB0BD5832B5392253C32B30689E06494132755269664E09B8EA05E76690042C3B432B2F686636064519DE3C0C0E3B438B1043432B534B2B534B5882822A03E78594D4625044E1CEC7208F837DA400925080B841A12815542829C053861E288220391CAA271711ACC5100922B33E28BECD6012D0EC0F3210E208A8C599790A45A00CA5002AF66025434A66414E7E6E6232C84EB06AE48222D1C83031D14CD734D1D842D7DCD8C85CD722312545D73C313531C5C8D422253525095CEFC2B2312C93A6429B83A8991412AEE05C8A27A3825419626437507081220129BB4194821239A13C074E18A05C853008C403B9D450092D7B0100');
INSERT INTO journal VALUES (4, 1755518400000, 'desk', X'01A21AA65A3978518BCBA7F020DE369A', 'resolve', 'claim', X'01A21AA65A3171D985713B0ECE69032B', X'01A0028337CEB044A0A9AE8185AEA14588A1116A6080233025B518643A286010550A24B8B144AC85AE21C86AA412A51A2D3B22157A909C092D6E0C401517345114A7A682FC8B4818889A094FE24834324C4C34D3354D344ED4354F3137D4B5344CB4D04D49B24836B130323733333050AA05259F447013141E0EA072A7B61600');
INSERT INTO journal VALUES (5, 1755518400000, 'desk', X'01A21AA65A3E73389B2654D7F931D0E5', 'snooze', 'claim', X'01A21AA65A36707792A077D517F8CD3A', X'7B22736574223A7B22736E6F6F7A65645F756E74696C223A22323032352D30392D3031227D2C22776173223A7B22736E6F6F7A65645F756E74696C223A6E756C6C7D7D');
INSERT INTO journal VALUES (6, 1755518400000, 'desk', X'01A21AA65A427010A4DF7B6648999C87', 'undo', 'claim', X'01A21AA65A36707792A077D517F8CD3A', X'7B22736574223A7B22736E6F6F7A65645F756E74696C223A6E756C6C7D2C22756E646F6573223A352C22776173223A7B22736E6F6F7A65645F756E74696C223A22323032352D30392D3031227D7D');
INSERT INTO journal VALUES (7, 1755518400000, 'desk', X'01A21AA65A4672A49FEED0080A3D9103', 'import', 'import', X'01A21AA65A4672A49FEED0080A3D9103', X'7B22736861323536223A2261616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161227D');
INSERT INTO journal VALUES (8, 1755518400000, 'desk', X'01A21AA65A4672A49FEED0080A3D9103', 'import', 'claim', X'01A21AA65A4679F7983733C19DF52ECF', X'018F0723322759E81A988392032C37818AB1F4C4AAD4921250E8A1662CE4E2AB243127BB189CD3500B31A4860EC8A8DCCCBCCCE29222B0E3F3C18E476AF7A0A844580A5508736E11D816709A02654BB0BD5832B5392253C32B30689E06494132755269664E09B8EA05E76690042C3B432B2F6866368165E66C139039F8B33338180D2D420C0DAD4C2DAD4C2D61690BAA0C9C2D52528B4171863B4B83C200EC3905908402C4390A45A9A0F249019E48F4407105C9EC503DB988102E864810590A80A2DE0C26012D094006421C01B538334FA10894B71440C1002B2452320B72F27313934176825583CA0C8CC6232C0B271A1926269AE99A269A98E99A5BA699EB5A5A189BEB1A1B271B5AA6A4991AA526A781EB6458168765E054685311350343021A9C83F16462902A438CAC080A3F50AC2065458852500620941FC1890694E31006817820971A2AA1663D689A82C43BB4C15C0B00');
INSERT INTO journal VALUES (9, 1755518400000, 'desk', X'01A21AA65A4672A49FEED0080A3D9103', 'import', 'import', X'01A21AA65A4672A49FEED0080A3D9103', X'7B22646F6E65223A747275652C22736861323536223A2261616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161616161227D');
INSERT INTO journal VALUES (10, 1755518400000, 'desk', X'01A21AA65ADB78CAA184A549C17EE211', 'name', 'name', X'656E746974793A7468652067617A65747465', X'7B2263616C6C6564223A225468652067617A65747465222C22736574223A7B22746172676574223A22546865206D696E6973747279227D2C22776173223A7B22746172676574223A6E756C6C7D7D');
INSERT INTO journal VALUES (11, 1755518400000, 'desk', X'01A21AA65AE07A8BA8B0DC4A3863B718', 'name', 'name', X'6576656E743A73756D6D6974', X'7B2263616C6C6564223A2273756D6D6974222C22736574223A7B2264617465223A22323032352D30392D3031227D2C22776173223A7B2264617465223A6E756C6C7D7D');
INSERT INTO journal VALUES (12, 1755518400000, 'desk', X'01A21AA65AE27967A9938C5ADF687051', 'draft drop', 'draft', X'616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261626162616261623A35302D3930', X'7B22736574223A7B2264726F70706564223A2264726166742D31227D2C22776173223A7B2264726F70706564223A22227D7D');
INSERT INTO commands VALUES (X'01A21AA65A237AE7988736076CA5056B', 'add', 1, 1, 1, NULL, NULL);
INSERT INTO commands VALUES (X'01A21AA65A35769FA71446D108009FF2', 'add', 2, 2, 1, NULL, NULL);
INSERT INTO commands VALUES (X'01A21AA65A377B67B3328FB7FEE48090', 'add', 3, 3, 1, NULL, NULL);
INSERT INTO commands VALUES (X'01A21AA65A3978518BCBA7F020DE369A', 'resolve', 4, 4, 1, NULL, NULL);
INSERT INTO commands VALUES (X'01A21AA65A3E73389B2654D7F931D0E5', 'snooze', 5, 5, 1, NULL, X'01A21AA65A427010A4DF7B6648999C87');
INSERT INTO commands VALUES (X'01A21AA65A427010A4DF7B6648999C87', 'undo', 6, 6, 1, X'01A21AA65A3E73389B2654D7F931D0E5', NULL);
INSERT INTO commands VALUES (X'01A21AA65A4672A49FEED0080A3D9103', 'import', 7, 9, 3, NULL, NULL);
INSERT INTO commands VALUES (X'01A21AA65ADB78CAA184A549C17EE211', 'name', 10, 10, 1, NULL, NULL);
INSERT INTO commands VALUES (X'01A21AA65AE07A8BA8B0DC4A3863B718', 'name', 11, 11, 1, NULL, NULL);
INSERT INTO commands VALUES (X'01A21AA65AE27967A9938C5ADF687051', 'draft drop', 12, 12, 1, NULL, NULL);
INSERT INTO imports VALUES (X'01A21AA65A4672A49FEED0080A3D9103', 'aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 1);
INSERT INTO verdicts VALUES (1, 1, X'01A21AA65A3A7D7191A8DB8C48276600', 'partial', 0.5, '2025-08-12', 'on-time', '', 'seen', '[{"url":"https://example.org"}]', 'desk', 1755518400000, 1);
INSERT INTO claims VALUES (1, X'01A21AA65A3171D985713B0ECE69032B', '', 6259251313405839495, 'The talks resume in round 1', 'The talks will likely resume next week.', '', 'en', 1, 'institution', '2025-08-06', 1755518399000, 2, '', '', 'will', '', 'likely', 0.75, 0.75, 0.75, 'survey', 'builtin', 'next week', '2025-08-11', '2025-08-17', 'UTC', 'week', 'exact', 'in', 'week', '1', 0, '[]', 0, 1755475200000, 1755475200000, NULL, NULL, NULL, 'desk', '', 0, NULL, NULL, NULL, '', '', 1, NULL, 1755518400000, NULL, NULL, NULL, '');
INSERT INTO claims VALUES (2, X'01A21AA65A36707792A077D517F8CD3A', '', -2183013733077341575, 'The talks resume in round 2', 'The talks will likely resume next week.', '', 'en', 1, 'institution', '2025-08-06', 1755518399000, 2, '', '', 'will', '', 'likely', 0.75, 0.75, 0.75, 'survey', 'builtin', 'next week', '2025-08-11', '2025-08-17', 'UTC', 'week', 'exact', 'in', 'week', '1', 0, '[]', 0, 1755475200000, 1755475200000, NULL, NULL, NULL, 'desk', '', 0, NULL, NULL, NULL, '', '', NULL, NULL, 1755518400000, NULL, NULL, NULL, '');
INSERT INTO claims VALUES (3, X'01A21AA65A3873278ADD7AEAD258DEDB', '', -4987830170340340865, 'The talks resume in round 3', 'The talks will likely resume next week.', '', 'en', 1, 'institution', '2025-08-06', 1755518399000, 2, '', '', 'will', '', 'likely', 0.75, 0.75, 0.75, 'survey', 'builtin', 'next week', '2025-08-11', '2025-08-17', 'UTC', 'week', 'exact', 'in', 'week', '1', 0, '[]', 0, 1755475200000, 1755475200000, NULL, NULL, NULL, 'desk', '', 0, NULL, NULL, NULL, '', '', NULL, NULL, 1755518400000, NULL, NULL, NULL, '');
INSERT INTO claims VALUES (4, X'01A21AA65A4679F7983733C19DF52ECF', 'k4', -6719895642115822714, 'The talks resume in round 4', 'The talks will likely resume next week.', 'report', 'en', 1, 'institution', '2025-08-06', 1755518399000, 2, '', '', 'will', 'promise', 'likely', 0.75, 0.75, 0.75, 'survey', 'builtin', 'next week', '2025-08-11', '2025-08-17', 'UTC', 'week', 'exact', 'in', 'week', '1', 0, '[]', 0, 1755475200000, 1755475200000, NULL, NULL, NULL, 'desk', '', 0, NULL, NULL, NULL, '', '', NULL, NULL, 1755518400000, NULL, NULL, NULL, '');
INSERT INTO dropped VALUES ('abababababababababababababababababababababababababababababababab:50-90', 'draft-1');
PRAGMA application_id = 1953655666;
PRAGMA user_version = 11;
