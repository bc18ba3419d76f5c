-- SPDX-FileCopyrightText: Decayscope contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 2: why assertions failed. Statements end with a semicolon and an empty line; this file is never edited after a
-- release.

-- Messages repeat from run to run ("expected 404 to equal 200"): each once.
CREATE TABLE failure_message (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL UNIQUE
) STRICT;

-- One row a failed assertion whose report says why. number: its place in the request's assertion list, from 0.
CREATE TABLE assertion_failure (
    version INTEGER NOT NULL,
    position INTEGER NOT NULL,
    number INTEGER NOT NULL,
    message INTEGER NOT NULL REFERENCES failure_message (id),
    PRIMARY KEY (version, position, number),
    FOREIGN KEY (version, position) REFERENCES request (version, position) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
