from aiohttp import web

from conduit.services import reading

DEFAULT_LIMIT = 20


async def index(request):
    return web.json_response({"articles": reading.page()})
