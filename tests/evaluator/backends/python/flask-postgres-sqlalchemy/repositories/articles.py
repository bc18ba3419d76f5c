"""Finding articles and tags."""

from sqlalchemy import func, select

from models.article import Article, Tag
from models.user import User
from repositories.database import session


def with_slug(slug):
    return session.scalar(select(Article).where(Article.slug == slug))


def page(conditions, offset, limit):
    """Some of the articles that meet all conditions, the newest first, and how many there are."""
    chosen = session.scalars(select(Article).where(*conditions).order_by(Article.id.desc()).offset(offset).limit(limit))
    return chosen.all(), session.scalar(select(func.count()).select_from(Article).where(*conditions))


def tagged(name):
    return Article.tags.any(Tag.name == name)


def written_by(username):
    return Article.author.has(User.username == username)


def liked_by(username):
    return Article.fans.any(User.username == username)


def followed_by(user):
    return Article.author_id.in_([author.id for author in user.follows])


def tag_names():
    return session.scalars(select(Tag.name).distinct().order_by(Tag.name)).all()
