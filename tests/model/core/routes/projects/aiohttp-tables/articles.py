from aiohttp import web

routes = web.RouteTableDef()


@routes.get('/feed')
async def feedArticles(request):
    return None


@routes.view(r'/{slug:[^/]+}')
class Article(web.View):
    async def get(self):  # getArticle
        return None

    async def put(self):  # updateArticle
        return None

    async def delete(self):  # deleteArticle
        return None


@routes.get('')
async def listArticles(request):
    return None


@routes.post('')
async def createArticle(request):
    return None


@routes.post('/{slug}/comments')
async def addComment(request):
    return None


@routes.get('/{slug}/comments')
async def listComments(request):
    return None


@routes.delete('/{slug}/comments/{id}')
async def deleteComment(request):
    return None


@routes.post('/{slug}/favorite')
async def favoriteArticle(request):
    return None


@routes.delete('/{slug}/favorite')
async def unfavoriteArticle(request):
    return None
