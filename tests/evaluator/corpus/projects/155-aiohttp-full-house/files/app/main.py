from aiohttp import web

from app.database import create_tables
from app.routes.comments import routes


def build():
    app = web.Application()
    app.add_routes(routes)
    app.on_startup.append(create_tables)
    return app


if __name__ == "__main__":
    web.run_app(build(), port=8080)
