from app.crud.articles import rows


def list_articles(limit, offset):
    return [row["slug"] for row in rows()[offset : offset + limit]]
