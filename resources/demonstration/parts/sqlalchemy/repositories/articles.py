"""Keeping and finding articles and tags."""

from sqlalchemy import func, select

from models.article import Article, Tag
from models.user import User
from repositories import storage
from repositories.storage import session

CONDITIONS = {
    "tag": lambda name: Article.tags.any(Tag.name == name),
    "author": lambda username: Article.author.has(User.username == username),
    "favorited": lambda username: Article.fans.any(User.username == username),
}


def with_slug(slug):
    return session.scalar(select(Article).where(Article.slug == slug))


def part_of(conditions, offset, limit):
    """Some of the articles that meet all conditions, the newest first, and how many there are."""
    chosen = session.scalars(select(Article).where(*conditions).order_by(Article.id.desc()).offset(offset).limit(limit))
    return chosen.all(), session.scalar(select(func.count()).select_from(Article).where(*conditions))


def page(filters, offset, limit):
    return part_of([CONDITIONS[key](value) for key, value in filters.items()], offset, limit)


def feed(user, offset, limit):
    return part_of([Article.author_id.in_(user.followed_ids)], offset, limit)


def tags(tag_names):
    return [Tag(name=name) for name in tag_names]


def add(author, slug, texts, tag_names):
    return storage.add(Article(slug=slug, author=author, tags=tags(tag_names), **texts))


def change(article, changes, tag_names):
    for key, value in changes.items():
        setattr(article, key, value)
    if tag_names is not None:
        article.tags = tags(tag_names)
    storage.save()
    return article


def delete(article):
    storage.delete(article)


def like(user, article):
    article.fans.add(user)
    storage.save()


def unlike(user, article):
    article.fans.discard(user)
    storage.save()


def tag_names():
    return session.scalars(select(Tag.name).distinct().order_by(Tag.name)).all()
