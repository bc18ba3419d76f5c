from fastapi import APIRouter

from ..domain.services.comments import CommentService

router = APIRouter()
service = CommentService()


@router.get("/articles/{slug}/comments")
def comments(slug: str):
    return {"comments": [vars(comment) for comment in service.under(slug)]}
