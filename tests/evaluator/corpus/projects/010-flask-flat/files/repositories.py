import sqlite3

from models import Tag


def init_db():
    with sqlite3.connect("conduit.db") as db:
        db.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT)")


class TagRepository:
    def all(self):
        with sqlite3.connect("conduit.db") as db:
            return [Tag(name) for (name,) in db.execute("SELECT name FROM tags")]
