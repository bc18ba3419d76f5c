from django.views import View


class UsersView(View):
    async def post(self, request, **kwargs):  # registerUser
        return None


class UsersLoginView(View):
    async def post(self, request, **kwargs):  # loginUser
        return None


class UserView(View):
    async def get(self, request, **kwargs):  # currentUser
        return None

    async def put(self, request, **kwargs):  # updateUser
        return None


class ProfilesUsernameView(View):
    async def get(self, request, **kwargs):  # getProfile
        return None


class ProfilesUsernameFollowView(View):
    async def post(self, request, **kwargs):  # followUser
        return None

    async def delete(self, request, **kwargs):  # unfollowUser
        return None


class ArticlesView(View):
    async def get(self, request, **kwargs):  # listArticles
        return None

    async def post(self, request, **kwargs):  # createArticle
        return None


class ArticlesFeedView(View):
    async def get(self, request, **kwargs):  # feedArticles
        return None


class ArticlesSlugView(View):
    async def get(self, request, **kwargs):  # getArticle
        return None

    async def put(self, request, **kwargs):  # updateArticle
        return None

    async def delete(self, request, **kwargs):  # deleteArticle
        return None


class ArticlesSlugCommentsView(View):
    async def post(self, request, **kwargs):  # addComment
        return None

    async def get(self, request, **kwargs):  # listComments
        return None


class ArticlesSlugCommentsIdView(View):
    async def delete(self, request, **kwargs):  # deleteComment
        return None


class ArticlesSlugFavoriteView(View):
    async def post(self, request, **kwargs):  # favoriteArticle
        return None

    async def delete(self, request, **kwargs):  # unfavoriteArticle
        return None


class TagsView(View):
    async def get(self, request, **kwargs):  # listTags
        return None
