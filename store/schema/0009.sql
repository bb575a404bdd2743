-- What others may read, with other programs and from a server: docs/public.md
-- says what each column is. Names are those that people see, days and instants
-- are texts, uids are written out; what a desk keeps for itself is left out.

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
