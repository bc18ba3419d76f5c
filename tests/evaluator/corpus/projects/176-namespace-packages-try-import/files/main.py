from aiohttp import web

from api.routes.articles import setup

app = web.Application()
setup(app)
web.run_app(app, port=8080)
