from sqlalchemy import select, text

from conduit.tables import Article

FEED = """
    SELECT a.slug FROM articles a
    JOIN follows f ON f.followed_id = a.author_id
    WHERE f.follower_id = :me
"""


def feed(session, me):
    return session.execute(text(FEED), {"me": me}).scalars().all()


def by_slug(session, slug):
    return session.scalars(select(Article).where(Article.slug == slug)).first()


def count(session, table):
    query = f"SELECT count(*) FROM {table}"
    return session.scalar(text(query))


def forget(session, slug):
    session.execute(text("UPDATE articles SET slug = NULL WHERE slug = :slug"), {"slug": slug})
