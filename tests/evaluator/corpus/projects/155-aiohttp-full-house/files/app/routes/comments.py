from aiohttp import web

from app.services.comments import views

routes = web.RouteTableDef()


@routes.get("/api/articles/{slug}/comments")
async def index(request):
    return web.json_response({"comments": await views(request.match_info["slug"])})
