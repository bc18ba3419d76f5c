"""Articles, favourites and tags."""

from flask import Blueprint, request

from routes.answers import article_json, page_json
from routes.fields import filters, place, text, texts, words
from routes.requests import caller, sent, viewer
from services import articles as service

articles = Blueprint("articles", __name__)
TEXTS = ("title", "description", "body")


@articles.get("/articles")
def all_articles():
    chosen = service.chosen(filters(request.args, service.FILTERS), *place(request.args))
    return page_json(*chosen, viewer())


@articles.get("/articles/feed")
def feed():
    user = caller()
    return page_json(*service.feed(user, *place(request.args)), user)


@articles.post("/articles")
def create():
    user, part = caller(), sent("article")
    article = service.create(user, {key: text(part, key) for key in TEXTS}, words(part, "tagList") or [])
    return {"article": article_json(article, user)}, 201


@articles.get("/articles/<slug>")
def one(slug):
    return {"article": article_json(service.at(slug), viewer())}


@articles.put("/articles/<slug>")
def update(slug):
    user, part = caller(), sent("article")
    article = service.change(user, slug, texts(part, TEXTS), words(part, "tagList"))
    return {"article": article_json(article, user)}


@articles.delete("/articles/<slug>")
def delete(slug):
    service.delete(caller(), slug)
    return {}


@articles.post("/articles/<slug>/favorite")
def favorite(slug):
    user = caller()
    return {"article": article_json(service.favorite(user, slug), user)}


@articles.delete("/articles/<slug>/favorite")
def unfavorite(slug):
    user = caller()
    return {"article": article_json(service.unfavorite(user, slug), user)}


@articles.get("/tags")
def tags():
    return {"tags": list(service.tag_names())}
