"""Comments on articles."""

from aiohttp import web

from routes.answers import comment_json
from routes.fields import text
from routes.requests import caller, sent, viewer
from services import comments as service
from services.refusals import Unknown

routes = web.RouteTableDef()


@routes.get("/api/articles/{slug}/comments")
async def all_comments(request):
    user, comments = viewer(request), service.of_article(request.match_info["slug"])
    return web.json_response({"comments": [comment_json(comment, user) for comment in comments]})


@routes.post("/api/articles/{slug}/comments")
async def create(request):
    caller(request)
    body = text(await sent(request, "comment"), "body")
    user = caller(request)
    return web.json_response({"comment": comment_json(service.create(user, request.match_info["slug"], body), user)})


@routes.delete("/api/articles/{slug}/comments/{number}")
async def delete(request):
    user = caller(request)
    number = request.match_info["number"]
    if not number.isdecimal() or len(number) > 9:
        raise Unknown("comment not found")
    service.delete(user, request.match_info["slug"], int(number))
    return web.json_response({})
