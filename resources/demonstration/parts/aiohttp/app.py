"""Conduit; puts the layers together."""

import os

from aiohttp import web

from repositories import storage
from routes import articles, comments, users
from services.refusals import Forbidden, Invalid, Refusal, Unauthorized, Unknown

STATUS = {Unauthorized: 401, Forbidden: 403, Unknown: 404, Invalid: 422}


def errors(message, status):
    return web.json_response({"errors": {"body": [message]}}, status=status)


@web.middleware
async def each_request(request, handler):
    """Nothing has a name with a null in it; databases cannot hold it."""
    if "\0" in request.path or "%00" in request.raw_path:
        return errors("not found", 404)
    try:
        return await handler(request)
    except Refusal as refusal:
        return errors(str(refusal), STATUS[type(refusal)])
    finally:
        storage.release()


async def health_check(_):
    return web.json_response({"status": "ok"})


def make_app():
    app = web.Application(middlewares=[each_request])
    app.router.add_get("/api/health-check", health_check)
    for part in (users, articles, comments):
        app.add_routes(part.routes)
    return app


if __name__ == "__main__":
    storage.prepare()
    web.run_app(make_app(), host="0.0.0.0", port=int(os.environ.get("PORT", "8080")))
