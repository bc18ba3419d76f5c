"""Articles, favourites and tags."""

from flask import Blueprint, request

import store
from web import Refused, caller, found, is_text, number, sent, text, viewer

articles = Blueprint("articles", __name__)


def page(chosen, user):
    offset, limit = number("offset", 0, 0), number("limit", 20, 1)
    newest = list(reversed(chosen))
    return {"articles": [article.json(user) for article in newest[offset:offset + limit]],
            "articlesCount": len(newest)}


def own(slug):
    """The article, where it is the caller's."""
    user, article = caller(), found(store.article_at(slug), "article")
    if article.author is not user:
        raise Refused(403, "this is another author's article")
    return article


def tag_list(part):
    tags = part.get("tagList") or []
    if not isinstance(tags, list) or not all(is_text(tag) for tag in tags):
        raise Refused(422, "tagList must be a list of words")
    return list(dict.fromkeys(tags))


@articles.get("/articles")
def all_articles():
    chosen = store.articles
    if tag := request.args.get("tag"):
        chosen = [article for article in chosen if tag in article.tags]
    if author := request.args.get("author"):
        chosen = [article for article in chosen if article.author.username == author]
    if fan := request.args.get("favorited"):
        chosen = [article for article in chosen if any(user.username == fan for user in article.fans)]
    return page(chosen, viewer())


@articles.get("/articles/feed")
def feed():
    user = caller()
    return page([article for article in store.articles if article.author in user.follows], user)


@articles.post("/articles")
def create():
    user, part = caller(), sent("article")
    title, description, body = (text(part, key) for key in ("title", "description", "body"))
    article = store.Article(store.free_slug(title), title, description, body, tag_list(part), user)
    store.articles.append(article)
    return {"article": article.json(user)}, 201


@articles.get("/articles/<slug>")
def one(slug):
    return {"article": found(store.article_at(slug), "article").json(viewer())}


@articles.put("/articles/<slug>")
def update(slug):
    article, part = own(slug), sent("article")
    for key, value in {key: text(part, key) for key in ("title", "description", "body") if key in part}.items():
        setattr(article, key, value)
    if "tagList" in part:
        article.tags = tag_list(part)
    article.slug = store.free_slug(article.title, article)
    article.updated = store.now()
    return {"article": article.json(article.author)}


@articles.delete("/articles/<slug>")
def delete(slug):
    store.articles.remove(own(slug))
    return {}


@articles.post("/articles/<slug>/favorite")
def favorite(slug):
    user, article = caller(), found(store.article_at(slug), "article")
    article.fans.add(user)
    return {"article": article.json(user)}


@articles.delete("/articles/<slug>/favorite")
def unfavorite(slug):
    user, article = caller(), found(store.article_at(slug), "article")
    article.fans.discard(user)
    return {"article": article.json(user)}


@articles.get("/tags")
def tags():
    return {"tags": list(dict.fromkeys(tag for article in store.articles for tag in article.tags))}
