from aiohttp import web
import articles
from accounts import routes as account_routes

app = web.Application()
api = web.Application()
api.add_routes(account_routes)
art = web.Application()
art.add_routes(articles.routes)
api.add_subapp('/articles', art)
app.add_subapp('/api/', api)
web.run_app(app)
