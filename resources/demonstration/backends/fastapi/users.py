"""Registration, login, the current user, profiles; everybody is a dictionary."""

import hashlib
import secrets
from typing import Annotated

from fastapi import APIRouter, Depends, Header, HTTPException

from bodies import CredentialsBody, NewUserBody, UserChangeBody

router = APIRouter()
users = {}  # number -> user
tokens = {}  # token -> number


def viewer(authorization: Annotated[str, Header()] = ""):
    """Whose token came with the request; None for visitors."""
    scheme, _, token = authorization.partition(" ")
    return users.get(tokens.get(token)) if scheme == "Token" else None


def caller(user: Annotated[dict | None, Depends(viewer)]):
    if user is None:
        raise HTTPException(401, "a valid token is required")
    return user


Viewer = Annotated[dict | None, Depends(viewer)]
Caller = Annotated[dict, Depends(caller)]


def with_value(key, value):
    return next((user for user in users.values() if user[key] == value), None)


def named(username):
    user = with_value("username", username)
    if user is None:
        raise HTTPException(404, "profile not found")
    return user


def check_free(changes, own=None):
    for key in ("username", "email"):
        if key in changes and with_value(key, changes[key]) not in (None, own):
            raise HTTPException(422, f"{key} has already been taken")


def sealed(password, salt=None):
    salt = salt or secrets.token_bytes(16)
    return salt + hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)


def profile(user, seen_by):
    return {"username": user["username"], "bio": user["bio"], "image": user["image"],
            "following": seen_by is not None and user["id"] in seen_by["follows"]}


def answer(user):
    token = secrets.token_hex(24)
    tokens[token] = user["id"]
    return {"user": {key: user[key] for key in ("email", "username", "bio", "image")} | {"token": token}}


@router.post("/users", status_code=201)
async def register(body: NewUserBody):
    new = body.user.model_dump()
    check_free(new)
    user = new | {"id": len(users) + 1, "bio": "", "image": "", "follows": set(), "password": sealed(new["password"])}
    users[user["id"]] = user
    return answer(user)


@router.post("/users/login")
async def login(body: CredentialsBody):
    user = with_value("email", body.user.email)
    if user is None or sealed(body.user.password, user["password"][:16]) != user["password"]:
        raise HTTPException(401, "email or password is invalid")
    return answer(user)


@router.get("/user")
async def current(user: Caller):
    return answer(user)


@router.put("/user")
async def update(user: Caller, body: UserChangeBody):
    changes = body.user.sent()
    check_free(changes, user)
    if "password" in changes:
        changes["password"] = sealed(changes["password"])
    user.update(changes)
    return answer(user)


@router.get("/profiles/{username}")
async def show(username: str, user: Viewer):
    return {"profile": profile(named(username), user)}


@router.post("/profiles/{username}/follow")
async def follow(username: str, user: Caller):
    other = named(username)
    user["follows"].add(other["id"])
    return {"profile": profile(other, user)}


@router.delete("/profiles/{username}/follow")
async def unfollow(username: str, user: Caller):
    other = named(username)
    user["follows"].discard(other["id"])
    return {"profile": profile(other, user)}
