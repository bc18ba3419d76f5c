"""Reading requests: who calls and what was sent."""

from routes.fields import part_of
from services import users
from services.refusals import Invalid, Unauthorized


def viewer(request):
    """Whose token came with the request; None for visitors."""
    scheme, _, token = request.headers.get("Authorization", "").partition(" ")
    return users.with_token(token) if scheme == "Token" else None


def caller(request):
    user = viewer(request)
    if user is None:
        raise Unauthorized("a valid token is required")
    return user


async def sent(request, name):
    """The object called `name` in the request's body."""
    try:
        body = await request.json()
    except (ValueError, RecursionError):
        raise Invalid("the body is no JSON") from None
    return part_of(body, name)
