from aiohttp import web

from conduit.core.article_service import ArticleService

table = web.RouteTableDef()


@table.get("/api/articles/{slug}")
async def show(request):
    article = ArticleService().find(request.match_info["slug"])
    if article is None:
        raise web.HTTPNotFound()
    return web.json_response({"article": vars(article)})
