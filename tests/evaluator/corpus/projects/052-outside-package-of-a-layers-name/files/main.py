from aiohttp import web

from handlers.articles import routes_of

app = web.Application()
app.add_routes(routes_of())
web.run_app(app, port=8080)
