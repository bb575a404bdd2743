-- A record for other programs to read, as tracker publish writes it.
-- docs/public.md says what each column is; public_about has the version.
CREATE TABLE public_about (version INTEGER NOT NULL);
CREATE TABLE public_claims (
    id INTEGER PRIMARY KEY, uid TEXT NOT NULL, statement TEXT NOT NULL, quote TEXT NOT NULL, words_by TEXT NOT NULL, language TEXT NOT NULL,
    speaker TEXT NOT NULL, speaker_kind TEXT NOT NULL, stated_on TEXT NOT NULL, event TEXT, criterion TEXT NOT NULL, condition TEXT NOT NULL,
    polarity TEXT NOT NULL, type TEXT NOT NULL, hedge_words TEXT NOT NULL, hedge_p REAL, hedge_low REAL, hedge_high REAL,
    phrase TEXT NOT NULL, earliest TEXT, latest TEXT, zone TEXT NOT NULL, grace_days INTEGER NOT NULL, class TEXT NOT NULL, accepted INTEGER NOT NULL,
    due_at TEXT, recorded_at TEXT, withdrawn TEXT NOT NULL, disputed TEXT NOT NULL,
    outcome TEXT, extent REAL, event_date TEXT, timing TEXT, reason TEXT
);
CREATE TABLE public_verdicts (
    claim INTEGER NOT NULL REFERENCES public_claims (id), place INTEGER NOT NULL, counts INTEGER NOT NULL, outcome TEXT NOT NULL, extent REAL,
    event_date TEXT, timing TEXT NOT NULL, reason TEXT NOT NULL, note TEXT NOT NULL, evidence TEXT NOT NULL, at TEXT NOT NULL, withdrawn TEXT NOT NULL,
    PRIMARY KEY (claim, place)
);
CREATE TABLE public_appearances (
    claim INTEGER NOT NULL REFERENCES public_claims (id), place INTEGER NOT NULL, source TEXT NOT NULL, url TEXT NOT NULL, title TEXT NOT NULL,
    published_on TEXT, archive_url TEXT NOT NULL, sha256 TEXT NOT NULL, withdrawn TEXT NOT NULL,
    PRIMARY KEY (claim, place)
);
CREATE INDEX public_claims_speaker ON public_claims (speaker);
