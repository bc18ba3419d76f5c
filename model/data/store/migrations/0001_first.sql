-- SPDX-FileCopyrightText: Decayscope contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 1. Statements end with a semicolon and an empty line; this file is never edited after a release.

-- What the study is: store_id, name, sample, written_by, created.
CREATE TABLE meta (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE setting (
    key TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE saved_filter (
    name TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    filter TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE configuration (
    id INTEGER PRIMARY KEY,
    scaffold TEXT NOT NULL,
    model TEXT NOT NULL,
    UNIQUE (scaffold, model)
) STRICT;

-- A style may be chosen before the first run of its configuration arrives.
CREATE TABLE style (
    scaffold TEXT NOT NULL,
    model TEXT NOT NULL,
    display_name TEXT NOT NULL,
    color INTEGER NOT NULL,
    line INTEGER NOT NULL,
    position INTEGER NOT NULL,
    PRIMARY KEY (scaffold, model)
) STRICT, WITHOUT ROWID;

CREATE TABLE task (
    id INTEGER PRIMARY KEY,
    kind INTEGER NOT NULL,
    runtime TEXT NOT NULL,
    framework TEXT NOT NULL,
    name TEXT NOT NULL,
    constraints INTEGER NOT NULL,
    UNIQUE (runtime, name)
) STRICT;

-- Numbers are never used twice: they name an import for undoing it.
CREATE TABLE import (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    started TEXT NOT NULL,
    finished TEXT,
    undone TEXT,
    paths TEXT NOT NULL,
    imported INTEGER NOT NULL DEFAULT 0,
    updated INTEGER NOT NULL DEFAULT 0,
    bytes INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TABLE import_refusal (
    import INTEGER NOT NULL REFERENCES import (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (import, number)
) STRICT, WITHOUT ROWID;

-- A place in the results tree. It outlives its content: exclusions, and later labels, hang on it, so that they stand
-- when an update arrives and when an import is undone and made again. Without a version it has no content.
CREATE TABLE run (
    id INTEGER PRIMARY KEY,
    configuration INTEGER NOT NULL REFERENCES configuration (id),
    task INTEGER NOT NULL REFERENCES task (id),
    date TEXT NOT NULL,
    trial INTEGER NOT NULL,
    version INTEGER REFERENCES run_version (id) DEFERRABLE INITIALLY DEFERRED,
    exclusion TEXT,
    excluded TEXT,
    UNIQUE (configuration, task, date, trial)
) STRICT;

CREATE INDEX run_by_version ON run (version);

-- What one import brought for a run. Earlier versions stay until the import that replaced them can no longer be undone.
-- Search rows of its turns stand at first_part + turn number, those of its documents after them.
CREATE TABLE run_version (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    run INTEGER NOT NULL REFERENCES run (id),
    import INTEGER NOT NULL REFERENCES import (id),
    hash BLOB NOT NULL,
    origin TEXT NOT NULL,
    bytes INTEGER NOT NULL,
    assertions INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    architecture INTEGER NOT NULL,
    database INTEGER NOT NULL,
    orm INTEGER NOT NULL,
    verifier TEXT NOT NULL,
    termination INTEGER NOT NULL,
    turns INTEGER NOT NULL,
    tokens_input INTEGER,
    tokens_output INTEGER,
    tokens_estimated INTEGER,
    all_tokens_input INTEGER,
    all_tokens_output INTEGER,
    all_tokens_estimated INTEGER,
    warnings INTEGER NOT NULL,
    first_part INTEGER NOT NULL,
    part_count INTEGER NOT NULL
) STRICT;

CREATE INDEX run_version_by_run ON run_version (run);

CREATE INDEX run_version_by_import ON run_version (import);

CREATE UNIQUE INDEX run_version_by_part ON run_version (first_part);

CREATE TABLE endpoint (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    method TEXT NOT NULL,
    url TEXT NOT NULL,
    UNIQUE (name, method, url)
) STRICT;

-- The assertion names of a request in order, as a JSON array; each distinct list once.
CREATE TABLE assertion_list (
    id INTEGER PRIMARY KEY,
    names TEXT NOT NULL UNIQUE
) STRICT;

-- outcomes has one letter an assertion of the list: p passed, f failed, s skipped.
CREATE TABLE request (
    version INTEGER NOT NULL REFERENCES run_version (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    endpoint INTEGER NOT NULL REFERENCES endpoint (id),
    status TEXT NOT NULL,
    code INTEGER,
    milliseconds INTEGER,
    bytes INTEGER,
    total INTEGER NOT NULL,
    passed INTEGER NOT NULL,
    failed INTEGER NOT NULL,
    skipped INTEGER NOT NULL,
    assertions INTEGER NOT NULL REFERENCES assertion_list (id),
    outcomes TEXT NOT NULL,
    PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

-- Identical texts are kept once. data is a zstd frame that carries the checksum of the plain bytes, hash the frame's
-- BLAKE2b-256: a seventh of the work of hashing the plain bytes.
CREATE TABLE text (
    id INTEGER PRIMARY KEY,
    hash BLOB NOT NULL UNIQUE,
    size INTEGER NOT NULL,
    data BLOB NOT NULL
) STRICT;

-- parts: a zstd frame of a CBOR array [[path, offset, length], …], absent for a single file. part: its row in part_index.
CREATE TABLE document (
    version INTEGER NOT NULL REFERENCES run_version (id) ON DELETE CASCADE,
    position INTEGER NOT NULL,
    kind INTEGER NOT NULL,
    path TEXT NOT NULL,
    text INTEGER NOT NULL REFERENCES text (id),
    parts BLOB,
    part INTEGER,
    PRIMARY KEY (version, position)
) STRICT, WITHOUT ROWID;

CREATE INDEX document_by_text ON document (text);

CREATE TRIGGER document_deleted AFTER DELETE ON document BEGIN
    DELETE FROM text WHERE id = old.text AND NOT EXISTS (SELECT 1 FROM document WHERE text = old.text);
END;

-- Where the raw forms of a run's turns lie in its trajectory document. turns: a zstd frame of a CBOR array
-- [[number, role, offset, length], …]; one row a run, for a study has half a million turns that are read run by run.
CREATE TABLE turn_list (
    version INTEGER PRIMARY KEY REFERENCES run_version (id) ON DELETE CASCADE,
    turns BLOB NOT NULL
) STRICT;

CREATE TABLE verdict (
    version INTEGER NOT NULL REFERENCES run_version (id) ON DELETE CASCADE,
    "constraint" INTEGER NOT NULL,
    compliant INTEGER NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (version, "constraint")
) STRICT, WITHOUT ROWID;

CREATE TABLE violation (
    version INTEGER NOT NULL,
    "constraint" INTEGER NOT NULL,
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (version, "constraint", number),
    FOREIGN KEY (version, "constraint") REFERENCES verdict (version, "constraint") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE TABLE warning (
    version INTEGER NOT NULL REFERENCES run_version (id) ON DELETE CASCADE,
    number INTEGER NOT NULL,
    path TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (version, number)
) STRICT, WITHOUT ROWID;

-- The full-text index over turns, logs and patches. It keeps no text: hits are cut from the documents.
CREATE VIRTUAL TABLE part_index USING fts5 (text, content = '', contentless_delete = 1, detail = none, tokenize = 'unicode61');

-- Merging sixteen segments at once instead of four makes an import's indexing a quarter faster.
INSERT INTO part_index (part_index, rank) VALUES ('automerge', 16);

CREATE TRIGGER run_version_deleted AFTER DELETE ON run_version BEGIN
    DELETE FROM part_index WHERE rowid >= old.first_part AND rowid < old.first_part + old.part_count;
END;
