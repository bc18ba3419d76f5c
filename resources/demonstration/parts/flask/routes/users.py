"""Users and profiles."""

from flask import Blueprint

from routes.answers import profile_json, user_json
from routes.fields import any_text, text, texts
from routes.requests import caller, sent, viewer
from services import users as service

users = Blueprint("users", __name__)


@users.post("/users")
def register():
    part = sent("user")
    user = service.register({key: text(part, key) for key in ("username", "email", "password")})
    return {"user": user_json(user)}, 201


@users.post("/users/login")
def login():
    part = sent("user")
    return {"user": user_json(service.login(text(part, "email"), text(part, "password")))}


@users.get("/user")
def current():
    return {"user": user_json(caller())}


@users.put("/user")
def update():
    user, part = caller(), sent("user")
    changes = texts(part, ("username", "email", "password"))
    changes |= {key: any_text(part, key) for key in ("bio", "image") if key in part}
    return {"user": user_json(service.change(user, changes))}


@users.get("/profiles/<username>")
def profile(username):
    return {"profile": profile_json(service.named(username), viewer())}


@users.post("/profiles/<username>/follow")
def follow(username):
    user = caller()
    return {"profile": profile_json(service.follow(user, username), user)}


@users.delete("/profiles/<username>/follow")
def unfollow(username):
    user = caller()
    return {"profile": profile_json(service.unfollow(user, username), user)}
