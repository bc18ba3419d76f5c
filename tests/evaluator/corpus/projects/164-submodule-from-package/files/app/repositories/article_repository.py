from app.database import connect
from app.models.article import Article


class ArticleRepository:
    def by_slug(self, slug):
        with connect() as connection:
            row = connection.execute(
                "SELECT id, slug, title, body FROM articles WHERE slug = ?", (slug,)
            ).fetchone()
        return Article(**dict(row)) if row else None

    def add(self, slug, title, body):
        with connect() as connection:
            cursor = connection.execute(
                "INSERT INTO articles (slug, title, body) VALUES (?, ?, ?)", (slug, title, body)
            )
            return Article(id=cursor.lastrowid, slug=slug, title=title, body=body)
