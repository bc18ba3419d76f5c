"""Users and profiles."""

from aiohttp import web

from routes.answers import profile_json, user_json
from routes.fields import any_text, text, texts
from routes.requests import caller, sent, viewer
from services import users as service

routes = web.RouteTableDef()


@routes.post("/api/users")
async def register(request):
    part = await sent(request, "user")
    user = service.register({key: text(part, key) for key in ("username", "email", "password")})
    return web.json_response({"user": user_json(user)}, status=201)


@routes.post("/api/users/login")
async def login(request):
    part = await sent(request, "user")
    return web.json_response({"user": user_json(service.login(text(part, "email"), text(part, "password")))})


@routes.get("/api/user")
async def current(request):
    return web.json_response({"user": user_json(caller(request))})


@routes.put("/api/user")
async def update(request):
    caller(request)
    part = await sent(request, "user")
    changes = texts(part, ("username", "email", "password"))
    changes |= {key: any_text(part, key) for key in ("bio", "image") if key in part}
    return web.json_response({"user": user_json(service.change(caller(request), changes))})


@routes.get("/api/profiles/{username}")
async def profile(request):
    shown = service.named(request.match_info["username"])
    return web.json_response({"profile": profile_json(shown, viewer(request))})


@routes.post("/api/profiles/{username}/follow")
async def follow(request):
    user = caller(request)
    return web.json_response({"profile": profile_json(service.follow(user, request.match_info["username"]), user)})


@routes.delete("/api/profiles/{username}/follow")
async def unfollow(request):
    user = caller(request)
    return web.json_response({"profile": profile_json(service.unfollow(user, request.match_info["username"]), user)})
