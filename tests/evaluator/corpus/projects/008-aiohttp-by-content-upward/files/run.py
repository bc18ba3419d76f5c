from aiohttp import web

from conduit.front.articles import table

app = web.Application()
app.add_routes(table)
web.run_app(app, port=8080)
