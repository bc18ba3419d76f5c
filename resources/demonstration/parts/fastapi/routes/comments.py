"""Comments on articles."""

from fastapi import APIRouter, Request

from routes.answers import comment_json
from routes.fields import text
from routes.requests import caller, sent, viewer
from services import comments as service
from services.refusals import Unknown

router = APIRouter()


@router.get("/articles/{slug}/comments")
async def all_comments(request: Request, slug: str):
    user = viewer(request)
    return {"comments": [comment_json(comment, user) for comment in service.of_article(slug)]}


@router.post("/articles/{slug}/comments")
async def create(request: Request, slug: str):
    caller(request)
    body = text(await sent(request, "comment"), "body")
    user = caller(request)
    return {"comment": comment_json(service.create(user, slug, body), user)}


@router.delete("/articles/{slug}/comments/{number}")
async def delete(request: Request, slug: str, number: str):
    user = caller(request)
    if not number.isdecimal() or len(number) > 9:
        raise Unknown("comment not found")
    service.delete(user, slug, int(number))
    return {}
