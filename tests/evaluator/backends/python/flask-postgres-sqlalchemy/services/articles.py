"""Writing, finding and liking articles."""

import re

from models.article import Article, Tag
from repositories import articles as repository
from repositories import database
from services.refusals import Forbidden, found


def free_slug(title, own=None):
    slug = stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "article"
    number = 1
    while slug == "feed" or repository.with_slug(slug) not in (None, own):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def tags(names):
    return [Tag(name=name) for name in dict.fromkeys(names)]


def at(slug):
    return found(repository.with_slug(slug), "article")


def own(user, slug):
    article = at(slug)
    if article.author is not user:
        raise Forbidden("this is another author's article")
    return article


CONDITIONS = {"tag": repository.tagged, "author": repository.written_by, "favorited": repository.liked_by}


def chosen(filters, offset, limit):
    return repository.page([CONDITIONS[key](value) for key, value in filters.items()], offset, limit)


def feed(user, offset, limit):
    return repository.page([repository.followed_by(user)], offset, limit)


def create(user, texts, names):
    return database.add(Article(slug=free_slug(texts["title"]), author=user, tags=tags(names), **texts))


def change(user, slug, texts, names):
    article = own(user, slug)
    if "title" in texts:
        article.slug = free_slug(texts["title"], article)
    for key, value in texts.items():
        setattr(article, key, value)
    if names is not None:
        article.tags = tags(names)
    database.save()
    return article


def delete(user, slug):
    database.delete(own(user, slug))


def favorite(user, slug):
    article = at(slug)
    article.fans.add(user)
    database.save()
    return article


def unfavorite(user, slug):
    article = at(slug)
    article.fans.discard(user)
    database.save()
    return article


def tag_names():
    return repository.tag_names()
