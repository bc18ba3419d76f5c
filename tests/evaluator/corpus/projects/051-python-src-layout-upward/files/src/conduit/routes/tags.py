from fastapi import APIRouter

from conduit.services import tag_service

router = APIRouter()


@router.get("/tags")
def tags() -> dict:
    return {"tags": tag_service.names()}
