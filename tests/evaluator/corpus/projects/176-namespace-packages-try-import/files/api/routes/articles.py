from aiohttp import web

from api.services.articles import newest


async def index(request):
    return web.json_response({"articles": newest()})


def setup(app):
    app.router.add_get("/api/articles", index)
