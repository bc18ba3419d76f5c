from aiohttp import web

from conduit.rules.tags import TagBook

table = web.RouteTableDef()
book = TagBook()


@table.get("/api/tags")
async def list_tags(request: web.Request) -> web.Response:
    return web.json_response({"tags": book.popular()})


@table.get("/api/health-check")
async def health(request: web.Request) -> web.Response:
    return web.json_response({"ok": True})
