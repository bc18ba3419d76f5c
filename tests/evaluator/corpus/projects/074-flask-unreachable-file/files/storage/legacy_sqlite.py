"""The first version, before PostgreSQL."""
import sqlite3


class Store:
    def __init__(self, path="conduit.db"):
        self.db = sqlite3.connect(path)

    def tags(self):
        return [name for (name,) in self.db.execute("SELECT name FROM tags")]
