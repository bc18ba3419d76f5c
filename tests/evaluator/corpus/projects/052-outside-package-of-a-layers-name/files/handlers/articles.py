from aiohttp import web

from services.articles import ArticleService

service = ArticleService()


async def show(request):
    article = service.show(request.match_info["slug"])
    return web.json_response({"article": article})


def routes_of():
    return [web.get("/api/articles/{slug}", show)]
