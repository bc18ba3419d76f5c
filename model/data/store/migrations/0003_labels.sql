-- SPDX-FileCopyrightText: Decayscope contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 3: labels of failures. Statements end with a semicolon and an empty line; this file is never edited after a
-- release.

-- Everything that annotators did, in the order in which it was stored; nothing is ever changed or taken away. event: the
-- whole event as JSON; the other columns repeat what is asked for. number: its place in its stream, from 1.
CREATE TABLE label_event (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    stream TEXT NOT NULL,
    number INTEGER NOT NULL,
    annotator TEXT NOT NULL,
    sample TEXT NOT NULL,
    item INTEGER NOT NULL,
    action TEXT NOT NULL,
    hash BLOB NOT NULL,
    event TEXT NOT NULL,
    UNIQUE (stream, number)
) STRICT;

-- Whether something blind was shown is asked with every label.
CREATE INDEX label_event_reveal ON label_event (annotator, sample, item) WHERE action = 'revealed';

CREATE TRIGGER label_event_changed BEFORE UPDATE ON label_event BEGIN
    SELECT raise(ABORT, 'label events are never changed');
END;

CREATE TRIGGER label_event_deleted BEFORE DELETE ON label_event BEGIN
    SELECT raise(ABORT, 'label events are never deleted');
END;

-- Frozen samples: content is their JSON.
CREATE TABLE label_sample (
    row INTEGER PRIMARY KEY AUTOINCREMENT,
    id TEXT NOT NULL UNIQUE,
    content TEXT NOT NULL
) STRICT;

CREATE TRIGGER label_sample_changed BEFORE UPDATE ON label_sample BEGIN
    SELECT raise(ABORT, 'samples are never changed');
END;

CREATE TRIGGER label_sample_deleted BEFORE DELETE ON label_sample BEGIN
    SELECT raise(ABORT, 'samples are never deleted');
END;

-- Versions of codebooks beside the built-in one: content is their JSON.
CREATE TABLE codebook (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    content TEXT NOT NULL,
    PRIMARY KEY (id, version)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER codebook_changed BEFORE UPDATE ON codebook BEGIN
    SELECT raise(ABORT, 'versions of codebooks are never changed');
END;

CREATE TRIGGER codebook_deleted BEFORE DELETE ON codebook BEGIN
    SELECT raise(ABORT, 'versions of codebooks are never deleted');
END;
