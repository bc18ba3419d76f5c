"""The database: its tables and the one connection to it."""

import os
import sqlite3

SCHEMA = """
CREATE TABLE users (
    id INTEGER PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL UNIQUE,
    password BLOB NOT NULL,
    bio TEXT NOT NULL DEFAULT '',
    image TEXT NOT NULL DEFAULT ''
);
CREATE TABLE follows (
    fan INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    author INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    PRIMARY KEY (fan, author)
);
CREATE TABLE articles (
    id INTEGER PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    body TEXT NOT NULL,
    author INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    created TEXT NOT NULL,
    updated TEXT NOT NULL
);
CREATE TABLE tags (
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (article, name)
);
CREATE TABLE favorites (
    fan INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (fan, article)
);
CREATE TABLE comments (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    article INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    author INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    body TEXT NOT NULL,
    created TEXT NOT NULL
);
"""

connection = None


def create(path):
    global connection
    if os.path.exists(path):
        os.remove(path)
    connection = sqlite3.connect(path, isolation_level=None)
    connection.row_factory = sqlite3.Row
    connection.execute("PRAGMA foreign_keys = ON")
    connection.executescript(SCHEMA)


def run(sql, *values):
    return connection.execute(sql, values)


def row(sql, *values):
    return run(sql, *values).fetchone()


def rows(sql, *values):
    return run(sql, *values).fetchall()


def value(sql, *values):
    """The first column of the first row, or None."""
    first = row(sql, *values)
    return None if first is None else first[0]
