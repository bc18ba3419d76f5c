class ArticleHandler:
    def __init__(self, service=None):
        self.service = service

    async def listArticles(self, request):
        return None

    async def feedArticles(self, request):
        return None

    async def getArticle(self, request):
        return None

    async def createArticle(self, request):
        return None

    async def updateArticle(self, request):
        return None

    async def deleteArticle(self, request):
        return None

    async def addComment(self, request):
        return None

    async def listComments(self, request):
        return None

    async def deleteComment(self, request):
        return None

    async def favoriteArticle(self, request):
        return None

    async def unfavoriteArticle(self, request):
        return None
