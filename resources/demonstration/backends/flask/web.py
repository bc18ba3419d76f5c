"""What every route needs: who calls, what was sent, and a way to refuse."""

import re

from flask import request

import store


class Refused(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
        self.message = message


def viewer():
    """Whose token came with the request; None for visitors."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return store.tokens.get(token) if scheme == "Token" else None


def caller():
    user = viewer()
    if user is None:
        raise Refused(401, "a valid token is required")
    return user


def found(thing, name):
    if thing is None:
        raise Refused(404, f"{name} not found")
    return thing


def sent(name):
    """The object called `name` in the request's body."""
    try:
        body = request.get_json(silent=True)
    except RecursionError:
        raise Refused(422, "the body is nested too deeply") from None
    part = body.get(name) if isinstance(body, dict) else None
    if not isinstance(part, dict) or not part:
        raise Refused(422, f"{name} can't be empty")
    return part


def is_text(value):
    """Whether it is a string that databases and answers can hold."""
    return isinstance(value, str) and not re.search("[\0\ud800-\udfff]", value)


def text(part, key):
    value = part.get(key)
    if not is_text(value) or not value.strip():
        raise Refused(422, f"{key} can't be blank")
    return value


def any_text(part, key):
    """A text that may be empty, or null."""
    value = part[key] or ""
    if not is_text(value):
        raise Refused(422, f"{key} must be a text")
    return value


def number(key, default, least):
    value = request.args.get(key, str(default))
    if not value.isdecimal() or int(value) < least:
        raise Refused(422, f"{key} must be a number from {least}")
    return int(value)
