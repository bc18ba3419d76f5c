import sqlite3

from conduit.shapes.tag import Tag


def _open():
    return sqlite3.connect("conduit.db")


def prepare():
    with _open() as db:
        db.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT PRIMARY KEY, uses INTEGER DEFAULT 0)")


def all_tags():
    with _open() as db:
        return [Tag(name, uses) for name, uses in db.execute("SELECT name, uses FROM tags")]
