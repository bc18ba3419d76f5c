from aiohttp import web

from conduit.persistence.pool import close, connect
from conduit.presentation.users import setup


async def make_app():
    app = web.Application()
    app.on_startup.append(connect)
    app.on_cleanup.append(close)
    setup(app)
    return app


web.run_app(make_app(), host="0.0.0.0", port=8080)
