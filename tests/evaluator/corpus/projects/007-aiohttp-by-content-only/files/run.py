from aiohttp import web

from conduit.records.tags import prepare
from conduit.web.tags import table


def build():
    prepare()
    app = web.Application()
    app.add_routes(table)
    return app


if __name__ == "__main__":
    web.run_app(build(), port=8080)
