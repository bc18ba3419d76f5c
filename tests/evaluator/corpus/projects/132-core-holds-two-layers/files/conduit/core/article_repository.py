import sqlite3

from conduit.models.article import Article


class ArticleRepository:
    def __init__(self, path="conduit.db"):
        self.db = sqlite3.connect(path)
        self.db.execute("CREATE TABLE IF NOT EXISTS articles (slug TEXT, title TEXT)")

    def by_slug(self, slug):
        row = self.db.execute("SELECT slug, title FROM articles WHERE slug = ?", (slug,)).fetchone()
        return Article(*row) if row else None
