from aiohttp import web

routes = web.RouteTableDef()


@routes.post('/users')
async def registerUser(request):
    return web.json_response({})


@routes.post('/users/login')
async def loginUser(request):
    return web.json_response({})


@routes.get('/user')
async def currentUser(request):
    return web.json_response({})


@routes.put('/user')
async def updateUser(request):
    return web.json_response({})


@routes.get('/profiles/{username}')
async def getProfile(request):
    return web.json_response({})


@routes.post('/profiles/{username}/follow')
async def followUser(request):
    return web.json_response({})


@routes.delete('/profiles/{username}/follow')
async def unfollowUser(request):
    return web.json_response({})


@routes.get('/tags')
async def listTags(request):
    return web.json_response({})
