"""The connection to PostgreSQL and the tables in it."""

import psycopg2
from psycopg2.extras import RealDictCursor

ADDRESS = "postgresql://user:password@postgres:5432/conduit"

SCHEMA = """
CREATE TABLE IF NOT EXISTS users (
    id SERIAL PRIMARY KEY,
    username TEXT NOT NULL UNIQUE,
    email TEXT NOT NULL UNIQUE,
    password BYTEA NOT NULL,
    bio TEXT NOT NULL DEFAULT '',
    image TEXT NOT NULL DEFAULT ''
);
CREATE TABLE IF NOT EXISTS follows (
    fan_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    author_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    PRIMARY KEY (fan_id, author_id)
);
CREATE TABLE IF NOT EXISTS articles (
    id SERIAL PRIMARY KEY,
    slug TEXT NOT NULL UNIQUE,
    title TEXT NOT NULL,
    description TEXT NOT NULL,
    body TEXT NOT NULL,
    author_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    created TIMESTAMPTZ NOT NULL DEFAULT now(),
    updated TIMESTAMPTZ NOT NULL DEFAULT now()
);
CREATE TABLE IF NOT EXISTS tags (
    id SERIAL PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    name TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS favorites (
    fan_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    PRIMARY KEY (fan_id, article_id)
);
CREATE TABLE IF NOT EXISTS comments (
    id SERIAL PRIMARY KEY,
    article_id INTEGER NOT NULL REFERENCES articles ON DELETE CASCADE,
    author_id INTEGER NOT NULL REFERENCES users ON DELETE CASCADE,
    body TEXT NOT NULL,
    created TIMESTAMPTZ NOT NULL DEFAULT now()
);
"""

connection = None


def prepare():
    global connection
    connection = psycopg2.connect(ADDRESS, cursor_factory=RealDictCursor)
    connection.autocommit = True
    run(SCHEMA)


def release():
    """Nothing is held for one request: every statement is a transaction of its own."""


def run(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)


def rows(sql, *values):
    with connection.cursor() as cursor:
        cursor.execute(sql, values or None)
        return cursor.fetchall()


def row(sql, *values):
    """The first row, or None."""
    found = rows(sql, *values)
    return found[0] if found else None
