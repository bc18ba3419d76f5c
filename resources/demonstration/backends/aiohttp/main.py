"""Conduit in an SQLite file that is made anew at every start."""

import os

from aiohttp import web

import articles
import comments
import database
import users
from common import Refused


@web.middleware
async def refusals(request, handler):
    try:
        return await handler(request)
    except Refused as refusal:
        return web.json_response({"errors": {"body": [refusal.message]}}, status=refusal.status)


async def health_check(_):
    return web.json_response({"status": "ok"})


def make_app():
    app = web.Application(middlewares=[refusals])
    app.router.add_get("/api/health-check", health_check)
    for part in (users, articles, comments):
        app.add_routes(part.routes)
    return app


if __name__ == "__main__":
    database.create("conduit.db")
    web.run_app(make_app(), host="0.0.0.0", port=int(os.environ.get("PORT", "8080")))
