from aiohttp import web


async def registerUser(request: web.Request) -> web.Response:
    return web.json_response({})


async def loginUser(request: web.Request) -> web.Response:
    return web.json_response({})


async def currentUser(request: web.Request) -> web.Response:
    return web.json_response({})


async def updateUser(request: web.Request) -> web.Response:
    return web.json_response({})


async def getProfile(request: web.Request) -> web.Response:
    return web.json_response({})


async def followUser(request: web.Request) -> web.Response:
    return web.json_response({})


async def unfollowUser(request: web.Request) -> web.Response:
    return web.json_response({})


async def listTags(request: web.Request) -> web.Response:
    return web.json_response({})
