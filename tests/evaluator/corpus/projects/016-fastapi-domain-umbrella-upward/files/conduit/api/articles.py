from fastapi import APIRouter

from conduit.domain.services.articles import publish

router = APIRouter()


@router.post("/articles", status_code=201)
def create(payload: dict):
    return {"article": publish(payload["article"]).as_dict()}
