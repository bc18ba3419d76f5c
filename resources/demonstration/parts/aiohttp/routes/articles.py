"""Articles, favourites and tags."""

from aiohttp import web

from routes.answers import article_json, page_json
from routes.fields import filters, place, text, texts, words
from routes.requests import caller, sent, viewer
from services import articles as service

routes = web.RouteTableDef()
TEXTS = ("title", "description", "body")


@routes.get("/api/articles")
async def all_articles(request):
    query = request.query
    chosen = service.chosen(filters(query, service.FILTERS), *place(query))
    return web.json_response(page_json(*chosen, viewer(request)))


@routes.get("/api/articles/feed")
async def feed(request):
    user = caller(request)
    return web.json_response(page_json(*service.feed(user, *place(request.query)), user))


@routes.post("/api/articles")
async def create(request):
    caller(request)
    part = await sent(request, "article")
    user = caller(request)
    article = service.create(user, {key: text(part, key) for key in TEXTS}, words(part, "tagList") or [])
    return web.json_response({"article": article_json(article, user)}, status=201)


@routes.get("/api/articles/{slug}")
async def one(request):
    return web.json_response({"article": article_json(service.at(request.match_info["slug"]), viewer(request))})


@routes.put("/api/articles/{slug}")
async def update(request):
    caller(request)
    part = await sent(request, "article")
    user = caller(request)
    article = service.change(user, request.match_info["slug"], texts(part, TEXTS), words(part, "tagList"))
    return web.json_response({"article": article_json(article, user)})


@routes.delete("/api/articles/{slug}")
async def delete(request):
    service.delete(caller(request), request.match_info["slug"])
    return web.json_response({})


@routes.post("/api/articles/{slug}/favorite")
async def favorite(request):
    user = caller(request)
    return web.json_response({"article": article_json(service.favorite(user, request.match_info["slug"]), user)})


@routes.delete("/api/articles/{slug}/favorite")
async def unfavorite(request):
    user = caller(request)
    return web.json_response({"article": article_json(service.unfavorite(user, request.match_info["slug"]), user)})


@routes.get("/api/tags")
async def tags(_):
    return web.json_response({"tags": list(service.tag_names())})
