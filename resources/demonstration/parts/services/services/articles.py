"""Writing, finding and liking articles."""

import re

from repositories import articles as repository
from services.refusals import Forbidden, found

FILTERS = ("tag", "author", "favorited")


def free_slug(title, own=None):
    slug = stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "article"
    number = 1
    while slug == "feed" or is_taken(slug, own):
        number += 1
        slug = f"{stem}-{number}"
    return slug


def is_taken(slug, own):
    other = repository.with_slug(slug)
    return other is not None and (own is None or other.id != own.id)


def at(slug):
    return found(repository.with_slug(slug), "article")


def own(user, slug):
    article = at(slug)
    if article.author.id != user.id:
        raise Forbidden("this is another author's article")
    return article


def chosen(filters, offset, limit):
    return repository.page(filters, offset, limit)


def feed(user, offset, limit):
    return repository.feed(user, offset, limit)


def create(user, texts, tags):
    return repository.add(user, free_slug(texts["title"]), texts, list(dict.fromkeys(tags)))


def change(user, slug, texts, tags):
    article = own(user, slug)
    changes = dict(texts)
    if "title" in texts:
        changes["slug"] = free_slug(texts["title"], article)
    return repository.change(article, changes, None if tags is None else list(dict.fromkeys(tags)))


def delete(user, slug):
    repository.delete(own(user, slug))


def favorite(user, slug):
    article = at(slug)
    repository.like(user, article)
    return article


def unfavorite(user, slug):
    article = at(slug)
    repository.unlike(user, article)
    return article


def tag_names():
    return repository.tag_names()
