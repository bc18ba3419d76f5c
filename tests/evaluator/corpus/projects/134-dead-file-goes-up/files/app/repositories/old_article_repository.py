"""Superseded by article_repository; kept for reference."""
from app.database import connect
from app.routes.articles import service


def remove(slug):
    article = service.find(slug)
    with connect() as connection:
        connection.execute("DELETE FROM articles WHERE id = ?", (article.id,))
