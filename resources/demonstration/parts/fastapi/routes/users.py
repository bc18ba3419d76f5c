"""Users and profiles."""

from fastapi import APIRouter, Request

from routes.answers import profile_json, user_json
from routes.fields import any_text, text, texts
from routes.requests import caller, sent, viewer
from services import users as service

router = APIRouter()


@router.post("/users", status_code=201)
async def register(request: Request):
    part = await sent(request, "user")
    user = service.register({key: text(part, key) for key in ("username", "email", "password")})
    return {"user": user_json(user)}


@router.post("/users/login")
async def login(request: Request):
    part = await sent(request, "user")
    return {"user": user_json(service.login(text(part, "email"), text(part, "password")))}


@router.get("/user")
async def current(request: Request):
    return {"user": user_json(caller(request))}


@router.put("/user")
async def update(request: Request):
    caller(request)
    part = await sent(request, "user")
    changes = texts(part, ("username", "email", "password"))
    changes |= {key: any_text(part, key) for key in ("bio", "image") if key in part}
    return {"user": user_json(service.change(caller(request), changes))}


@router.get("/profiles/{username}")
async def profile(request: Request, username: str):
    return {"profile": profile_json(service.named(username), viewer(request))}


@router.post("/profiles/{username}/follow")
async def follow(request: Request, username: str):
    user = caller(request)
    return {"profile": profile_json(service.follow(user, username), user)}


@router.delete("/profiles/{username}/follow")
async def unfollow(request: Request, username: str):
    user = caller(request)
    return {"profile": profile_json(service.unfollow(user, username), user)}
