"""One connection for each request to a file of SQLite that begins empty with the server."""

import os
import sqlite3
import tempfile

from flask import g

PATH = os.path.join(tempfile.gettempdir(), f"shelf-{os.getpid()}.db")

TABLES = """
CREATE TABLE books (
    id INTEGER PRIMARY KEY AUTOINCREMENT, title TEXT NOT NULL, author TEXT NOT NULL, year INTEGER, genre TEXT NOT NULL);
CREATE TABLE members (
    id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, email TEXT NOT NULL UNIQUE);
CREATE TABLE loans (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    book INTEGER NOT NULL REFERENCES books (id) ON DELETE CASCADE,
    member INTEGER NOT NULL REFERENCES members (id),
    lent_on TEXT NOT NULL, returned_on TEXT);
"""


def fold(text):
    return text.casefold()


def connection():
    if "connection" not in g:
        g.connection = sqlite3.connect(PATH, isolation_level=None)
        g.connection.row_factory = sqlite3.Row
        g.connection.create_function("fold", 1, fold, deterministic=True)
        g.connection.execute("PRAGMA foreign_keys = ON")
    return g.connection


def run(statement, values=()):
    return connection().execute(statement, values)


def one(statement, values=()):
    return run(statement, values).fetchone()


def close():
    if "connection" in g:
        g.pop("connection").close()


def create_tables():
    if os.path.exists(PATH):
        os.remove(PATH)
    fresh = sqlite3.connect(PATH)
    fresh.executescript(TABLES)
    fresh.close()
