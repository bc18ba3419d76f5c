"""Reading requests: who calls and what was sent."""

from flask import request

from routes.fields import part_of
from services import users
from services.refusals import Invalid, Unauthorized


def viewer():
    """Whose token came with the request; None for visitors."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return users.with_token(token) if scheme == "Token" else None


def caller():
    user = viewer()
    if user is None:
        raise Unauthorized("a valid token is required")
    return user


def sent(name):
    """The object called `name` in the request's body."""
    try:
        body = request.get_json(silent=True)
    except RecursionError:
        raise Invalid("the body is nested too deeply") from None
    return part_of(body, name)
