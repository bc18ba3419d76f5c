"""Keeping and finding articles and tags."""

from models.article import Article, now
from repositories import storage
from repositories.users import with_username


def with_slug(slug):
    return next((article for article in storage.articles if article.slug == slug), None)


def likes(username, article):
    fan = with_username(username)
    return fan is not None and fan.id in article.fan_ids


CONDITIONS = {
    "tag": lambda name, article: name in article.tag_names,
    "author": lambda username, article: article.author.username == username,
    "favorited": likes,
}


def part_of(chosen, offset, limit):
    """Some of them, the newest first, and how many there are."""
    return list(reversed(chosen))[offset:offset + limit], len(chosen)


def page(filters, offset, limit):
    chosen = [article for article in storage.articles
              if all(CONDITIONS[key](value, article) for key, value in filters.items())]
    return part_of(chosen, offset, limit)


def feed(user, offset, limit):
    chosen = [article for article in storage.articles if article.author.id in user.followed_ids]
    return part_of(chosen, offset, limit)


def add(author, slug, texts, tag_names):
    article = Article(next(storage.numbers), slug, texts["title"], texts["description"], texts["body"], author,
                      tag_names)
    storage.articles.append(article)
    return article


def change(article, changes, tag_names):
    for key, value in changes.items():
        setattr(article, key, value)
    if tag_names is not None:
        article.tag_names = tag_names
    article.updated = now()
    return article


def delete(article):
    storage.articles.remove(article)


def like(user, article):
    article.fan_ids.add(user.id)


def unlike(user, article):
    article.fan_ids.discard(user.id)


def tag_names():
    return sorted({name for article in storage.articles for name in article.tag_names})
