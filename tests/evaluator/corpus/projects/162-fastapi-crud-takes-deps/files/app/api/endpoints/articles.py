from fastapi import APIRouter, Depends

from app.api.deps import paging
from app.services.articles import list_articles

router = APIRouter()


@router.get("/articles")
def articles(page=Depends(paging)):
    return {"articles": list_articles(*page)}
