"""What every view needs: who calls, what was sent, and a way to refuse."""

import json
import re

from django.core import signing
from django.http import HttpResponseNotAllowed, JsonResponse

from conduit.models import User


class Refused(Exception):
    def __init__(self, status, message):
        super().__init__(message)
        self.status = status
        self.message = message


def endpoint(**handlers):
    """One view for the methods of one address."""
    def view(request, **place):
        handler = handlers.get(request.method.lower())
        if handler is None:
            return HttpResponseNotAllowed(method.upper() for method in handlers)
        try:
            return handler(request, **place)
        except Refused as refusal:
            return JsonResponse({"errors": {"body": [refusal.message]}}, status=refusal.status)
    return view


def viewer(request):
    """Whose token came with the request; None for visitors."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    try:
        return User.objects.filter(pk=signing.loads(token)).first() if scheme == "Token" else None
    except signing.BadSignature:
        return None


def caller(request):
    user = viewer(request)
    if user is None:
        raise Refused(401, "a valid token is required")
    return user


def found(model, **fields):
    thing = model.objects.filter(**fields).first()
    if thing is None:
        raise Refused(404, f"{model.__name__.lower()} not found")
    return thing


def sent(request, name):
    """The object called `name` in the request's body."""
    try:
        body = json.loads(request.body)
    except (ValueError, RecursionError):
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
    value = request.GET.get(key, str(default))
    if not value.isdecimal() or len(value) > 9 or int(value) < least:
        raise Refused(422, f"{key} must be a number from {least}")
    return int(value)
