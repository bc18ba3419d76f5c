from aiohttp import web

from conduit.rules.publishing import publish

table = web.RouteTableDef()


@table.post("/api/articles")
async def create(request):
    body = await request.json()
    article = publish(body["article"])
    return web.json_response({"article": article}, status=201)
