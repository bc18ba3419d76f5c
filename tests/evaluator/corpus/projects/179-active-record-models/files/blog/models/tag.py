import sqlite3


class Tag:
    db = sqlite3.connect("blog.db", check_same_thread=False)

    def __init__(self, name):
        self.name = name

    @classmethod
    def all(cls):
        cls.db.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT)")
        return [cls(name) for (name,) in cls.db.execute("SELECT name FROM tags")]
