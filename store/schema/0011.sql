-- No row changes: what a column may hold is said with OR. For a list of more
-- than two SQLite makes a temporary table with every row that is written, which
-- was a third of the time of writing a claim.

PRAGMA writable_schema = ON;
UPDATE sqlite_schema SET sql = replace(sql,
        'CHECK (role IN (''origin'', ''relay'', ''publisher''))',
        'CHECK (role = ''origin'' OR role = ''relay'' OR role = ''publisher'')') WHERE type = 'table' AND name = 'attribution';
UPDATE sqlite_schema SET sql = replace(sql,
        'CHECK (kind IN (''claim'', ''import'', ''name'', ''draft''))',
        'CHECK (kind = ''claim'' OR kind = ''import'' OR kind = ''name'' OR kind = ''draft'')') WHERE type = 'table' AND name = 'journal';
UPDATE sqlite_schema SET sql = replace(replace(sql,
        'CHECK (outcome IN (''yes'', ''no'', ''partial'', ''unclear'', ''void''))',
        'CHECK (outcome = ''yes'' OR outcome = ''no'' OR outcome = ''partial'' OR outcome = ''unclear'' OR outcome = ''void'')'),
        'CHECK (timing IN ('''', ''early'', ''on-time'', ''late''))',
        'CHECK (timing = '''' OR timing = ''early'' OR timing = ''on-time'' OR timing = ''late'')') WHERE type = 'table' AND name = 'verdicts';
UPDATE sqlite_schema SET sql = replace(replace(replace(replace(sql,
        'CHECK (speaker_kind IN (''person'', ''institution'', ''outlet'', ''anonymous''))',
        'CHECK (speaker_kind = ''person'' OR speaker_kind = ''institution'' OR speaker_kind = ''outlet'' OR speaker_kind = ''anonymous'')'),
        'CHECK (type IN ('''', ''promise'', ''plan''))',
        'CHECK (type = '''' OR type = ''promise'' OR type = ''plan'')'),
        'CHECK (class IN (''exact'', ''bounded'', ''fuzzy'', ''vague'', ''event'', ''none''))',
        'CHECK (class = ''exact'' OR class = ''bounded'' OR class = ''fuzzy'' OR class = ''vague'' OR class = ''event'' OR class = ''none'')'),
        'CHECK (relation IN (''on'', ''by'', ''before'', ''in'', ''within'', ''earliest'', ''after'', ''vague'', ''none''))',
        'CHECK (relation = ''on'' OR relation = ''by'' OR relation = ''before'' OR relation = ''in'' OR relation = ''within'' OR relation = ''earliest'' OR relation = ''after'' OR relation = ''vague'' OR relation = ''none'')') WHERE type = 'table' AND name = 'claims';
PRAGMA writable_schema = RESET;
