from app.database import connect
from app.services.article_service import ArticleService


def upgrade():
    with connect() as connection:
        for (title,) in connection.execute("SELECT title FROM articles WHERE slug IS NULL").fetchall():
            ArticleService().create(title, "moved")
