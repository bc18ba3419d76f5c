import sqlite3

from app.api.deps import MAX_LIMIT

db = sqlite3.connect("conduit.db", check_same_thread=False)
db.row_factory = sqlite3.Row
db.execute("CREATE TABLE IF NOT EXISTS articles (slug TEXT)")


def rows():
    return db.execute("SELECT slug FROM articles LIMIT ?", (MAX_LIMIT,)).fetchall()
