"""What every handler needs: who calls, what was sent, and a way to refuse."""

import hashlib
import hmac
import re
import secrets
from datetime import datetime, timezone
from json import JSONDecodeError

import database

SECRET = secrets.token_bytes(32)


class Refused(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
        self.message = message


def now():
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def sign(number):
    return f"{number}.{hmac.new(SECRET, str(number).encode(), hashlib.sha256).hexdigest()}"


def viewer(request):
    """The row of the user whose token came with the request; None for visitors."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    number = token.partition(".")[0]
    if scheme != "Token" or not token.isascii() or not hmac.compare_digest(token, sign(number)):
        return None
    return database.row("SELECT * FROM users WHERE id = ?", int(number))


def caller(request):
    user = viewer(request)
    if user is None:
        raise Refused(401, "a valid token is required")
    return user


async def sent(request, name):
    """The object called `name` in the request's body."""
    try:
        body = await request.json()
    except (JSONDecodeError, UnicodeDecodeError, RecursionError):
        raise Refused(422, "the body is no JSON") from None
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


def number(request, key, default, least):
    value = request.query.get(key, str(default))
    if not value.isdecimal() or len(value) > 9 or int(value) < least:
        raise Refused(422, f"{key} must be a number from {least}")
    return int(value)
