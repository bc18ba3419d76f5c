from aiohttp import web

from conduit.application.register import RegisterUser


async def register(request):
    payload = await request.json()
    user = await RegisterUser(request.app["pool"])(payload["user"])
    return web.json_response({"user": {"username": user.username, "email": user.email}}, status=201)


async def health(_request):
    return web.json_response({"ok": True})


def setup(app):
    app.router.add_post("/api/users", register)
    app.router.add_get("/api/health-check", health)
