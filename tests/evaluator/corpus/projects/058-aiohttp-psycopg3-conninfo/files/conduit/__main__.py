from aiohttp import web

from .web import application

web.run_app(application(), port=8080)
