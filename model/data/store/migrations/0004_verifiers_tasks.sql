-- SPDX-FileCopyrightText: Decayscope contributors
-- SPDX-License-Identifier: GPL-3.0-or-later
--
-- Schema 4: verdicts of both verifier modes, and task definitions. Statements end with a semicolon and an empty line;
-- this file is never edited after a release.

-- What the syntax verifiers say kind by kind; null where they have not judged the version yet.
ALTER TABLE run_version ADD COLUMN syntax_architecture INTEGER;

ALTER TABLE run_version ADD COLUMN syntax_database INTEGER;

ALTER TABLE run_version ADD COLUMN syntax_orm INTEGER;

ALTER TABLE run_version ADD COLUMN syntax_verifier TEXT;

-- mode: 0 reference, 1 syntax.
CREATE TABLE verdict_by_mode (
    version INTEGER NOT NULL REFERENCES run_version (id) ON DELETE CASCADE,
    mode INTEGER NOT NULL,
    "constraint" INTEGER NOT NULL,
    compliant INTEGER NOT NULL,
    reason TEXT NOT NULL,
    evidence TEXT NOT NULL,
    PRIMARY KEY (version, mode, "constraint")
) STRICT, WITHOUT ROWID;

CREATE TABLE violation_by_mode (
    version INTEGER NOT NULL,
    mode INTEGER NOT NULL,
    "constraint" INTEGER NOT NULL,
    number INTEGER NOT NULL,
    file TEXT NOT NULL,
    line INTEGER NOT NULL,
    rule TEXT NOT NULL,
    reason TEXT NOT NULL,
    PRIMARY KEY (version, mode, "constraint", number),
    FOREIGN KEY (version, mode, "constraint") REFERENCES verdict_by_mode (version, mode, "constraint") ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

INSERT INTO verdict_by_mode (version, mode, "constraint", compliant, reason, evidence)
SELECT version, 0, "constraint", compliant, reason, evidence FROM verdict;

INSERT INTO violation_by_mode (version, mode, "constraint", number, file, line, rule, reason)
SELECT version, 0, "constraint", number, file, line, '', reason FROM violation;

DROP TABLE violation;

DROP TABLE verdict;

ALTER TABLE verdict_by_mode RENAME TO verdict;

ALTER TABLE violation_by_mode RENAME TO violation;

-- Task files that were imported: content is the file as the study writes it, patch the one it names, if it was found.
CREATE TABLE task_definition (
    runtime TEXT NOT NULL,
    name TEXT NOT NULL,
    origin TEXT NOT NULL,
    imported TEXT NOT NULL,
    content TEXT NOT NULL,
    patch BLOB,
    PRIMARY KEY (runtime, name)
) STRICT, WITHOUT ROWID;
