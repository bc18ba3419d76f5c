from handlers import articles, users

PREFIX = "/api"


def setup_routes(app):
    handler = articles.ArticleHandler()
    app.router.add_get(PREFIX + '/articles', handler.listArticles)
    app.router.add_get(PREFIX + '/articles/feed', handler.feedArticles)
    app.router.add_get(PREFIX + '/articles/{slug}', handler.getArticle)
    app.router.add_post(PREFIX + '/articles', handler.createArticle)
    app.router.add_put(PREFIX + '/articles/{slug}', handler.updateArticle)
    app.router.add_delete(PREFIX + '/articles/{slug}', handler.deleteArticle)
    app.router.add_post(PREFIX + '/articles/{slug}/comments', handler.addComment)
    app.router.add_get(PREFIX + '/articles/{slug}/comments', handler.listComments)
    app.router.add_delete(PREFIX + '/articles/{slug}/comments/{id}', handler.deleteComment)
    app.router.add_post(PREFIX + '/articles/{slug}/favorite', handler.favoriteArticle)
    app.router.add_delete(PREFIX + '/articles/{slug}/favorite', handler.unfavoriteArticle)
    app.router.add_routes([
        web.post('/api' '/users', users.registerUser),
        web.post('/api' '/users/login', users.loginUser),
        web.get('/api' '/user', users.currentUser),
        web.put('/api' '/user', users.updateUser),
        web.get('/api' '/profiles/{username}', users.getProfile),
        web.post('/api' '/profiles/{username}/follow', users.followUser),
        web.delete('/api' '/profiles/{username}/follow', users.unfollowUser),
    ])
    app.router.add_route('GET', f'{PREFIX}/tags', users.listTags)
