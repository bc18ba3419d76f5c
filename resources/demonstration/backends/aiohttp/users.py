"""Registration, login, the current user, profiles."""

import hashlib
import secrets

from aiohttp import web

from common import Refused, any_text, caller, sent, sign, text, viewer
from database import row, run, value

routes = web.RouteTableDef()


def sealed(password, salt=None):
    salt = salt or secrets.token_bytes(16)
    return salt + hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)


def answer(number, status=200):
    user = row("SELECT email, username, bio, image FROM users WHERE id = ?", number)
    return web.json_response({"user": dict(user) | {"token": sign(number)}}, status=status)


def profile(number, user):
    shown = row("SELECT username, bio, image FROM users WHERE id = ?", number)
    following = user and value("SELECT 1 FROM follows WHERE fan = ? AND author = ?", user["id"], number)
    return dict(shown) | {"following": bool(following)}


def number_of(username):
    number = value("SELECT id FROM users WHERE username = ?", username)
    if number is None:
        raise Refused(404, "profile not found")
    return number


def check_free(changes, own=0):
    for key in ("username", "email"):
        if value(f"SELECT 1 FROM users WHERE {key} = ? AND id <> ?", changes.get(key), own):
            raise Refused(422, f"{key} has already been taken")


@routes.post("/api/users")
async def register(request):
    part = await sent(request, "user")
    new = {key: text(part, key) for key in ("username", "email", "password")}
    check_free(new)
    number = run("INSERT INTO users (username, email, password) VALUES (?, ?, ?)", new["username"], new["email"],
                 sealed(new["password"])).lastrowid
    return answer(number, 201)


@routes.post("/api/users/login")
async def login(request):
    part = await sent(request, "user")
    email, password = text(part, "email"), text(part, "password")
    user = row("SELECT id, password FROM users WHERE email = ?", email)
    if user is None or sealed(password, user["password"][:16]) != user["password"]:
        raise Refused(401, "email or password is invalid")
    return answer(user["id"])


@routes.get("/api/user")
async def current(request):
    return answer(caller(request)["id"])


@routes.put("/api/user")
async def update(request):
    user, part = caller(request), await sent(request, "user")
    changes = {key: text(part, key) for key in ("username", "email", "password") if key in part}
    changes |= {key: any_text(part, key) for key in ("bio", "image") if key in part}
    check_free(changes, user["id"])
    if "password" in changes:
        changes["password"] = sealed(changes["password"])
    for key, new in changes.items():
        run(f"UPDATE users SET {key} = ? WHERE id = ?", new, user["id"])
    return answer(user["id"])


@routes.get("/api/profiles/{username}")
async def show(request):
    return web.json_response({"profile": profile(number_of(request.match_info["username"]), viewer(request))})


@routes.post("/api/profiles/{username}/follow")
async def follow(request):
    user, author = caller(request), number_of(request.match_info["username"])
    run("INSERT OR IGNORE INTO follows VALUES (?, ?)", user["id"], author)
    return web.json_response({"profile": profile(author, user)})


@routes.delete("/api/profiles/{username}/follow")
async def unfollow(request):
    user, author = caller(request), number_of(request.match_info["username"])
    run("DELETE FROM follows WHERE fan = ? AND author = ?", user["id"], author)
    return web.json_response({"profile": profile(author, user)})
