"""Articles, favourites and tags."""

from fastapi import APIRouter, Request

from routes.answers import article_json, page_json
from routes.fields import filters, place, text, texts, words
from routes.requests import caller, sent, viewer
from services import articles as service

router = APIRouter()
TEXTS = ("title", "description", "body")


@router.get("/articles")
async def all_articles(request: Request):
    query = request.query_params
    chosen = service.chosen(filters(query, service.FILTERS), *place(query))
    return page_json(*chosen, viewer(request))


@router.get("/articles/feed")
async def feed(request: Request):
    user = caller(request)
    return page_json(*service.feed(user, *place(request.query_params)), user)


@router.post("/articles", status_code=201)
async def create(request: Request):
    caller(request)
    part = await sent(request, "article")
    user = caller(request)
    article = service.create(user, {key: text(part, key) for key in TEXTS}, words(part, "tagList") or [])
    return {"article": article_json(article, user)}


@router.get("/articles/{slug}")
async def one(request: Request, slug: str):
    return {"article": article_json(service.at(slug), viewer(request))}


@router.put("/articles/{slug}")
async def update(request: Request, slug: str):
    caller(request)
    part = await sent(request, "article")
    user = caller(request)
    article = service.change(user, slug, texts(part, TEXTS), words(part, "tagList"))
    return {"article": article_json(article, user)}


@router.delete("/articles/{slug}")
async def delete(request: Request, slug: str):
    service.delete(caller(request), slug)
    return {}


@router.post("/articles/{slug}/favorite")
async def favorite(request: Request, slug: str):
    user = caller(request)
    return {"article": article_json(service.favorite(user, slug), user)}


@router.delete("/articles/{slug}/favorite")
async def unfavorite(request: Request, slug: str):
    user = caller(request)
    return {"article": article_json(service.unfavorite(user, slug), user)}


@router.get("/tags")
async def tags():
    return {"tags": list(service.tag_names())}
