"""Registration, login, the current user, profiles."""

from flask import Blueprint

import store
from web import Refused, any_text, caller, found, sent, text, viewer

users = Blueprint("users", __name__)


def answer(user):
    return {"user": {"email": user.email, "token": user.new_token(), "username": user.username, "bio": user.bio,
                     "image": user.image}}


def check_free(username, email, own=None):
    for key, other in (("username", store.user_named(username)), ("email", store.user_with_email(email))):
        if other not in (None, own):
            raise Refused(422, f"{key} has already been taken")


@users.post("/users")
def register():
    part = sent("user")
    username, email, password = (text(part, key) for key in ("username", "email", "password"))
    check_free(username, email)
    user = store.User(username, email)
    user.set_password(password)
    store.users.append(user)
    return answer(user), 201


@users.post("/users/login")
def login():
    part = sent("user")
    email, password = text(part, "email"), text(part, "password")
    user = store.user_with_email(email)
    if user is None or not user.has_password(password):
        raise Refused(401, "email or password is invalid")
    return answer(user)


@users.get("/user")
def current():
    return answer(caller())


@users.put("/user")
def update():
    user, part = caller(), sent("user")
    new = {key: text(part, key) for key in ("username", "email", "password") if key in part}
    new |= {key: any_text(part, key) for key in ("bio", "image") if key in part}
    check_free(new.get("username"), new.get("email"), user)
    if "password" in new:
        user.set_password(new["password"])
    user.username = new.get("username", user.username)
    user.email = new.get("email", user.email)
    user.bio = new.get("bio", user.bio)
    user.image = new.get("image", user.image)
    return answer(user)


@users.get("/profiles/<username>")
def profile(username):
    return {"profile": found(store.user_named(username), "profile").profile(viewer())}


@users.post("/profiles/<username>/follow")
def follow(username):
    user, other = caller(), found(store.user_named(username), "profile")
    user.follows.add(other)
    return {"profile": other.profile(user)}


@users.delete("/profiles/<username>/follow")
def unfollow(username):
    user, other = caller(), found(store.user_named(username), "profile")
    user.follows.discard(other)
    return {"profile": other.profile(user)}
