from aiohttp import web

from conduit.routes.articles import table

app = web.Application()
app.add_routes(table)
web.run_app(app, port=8080)
