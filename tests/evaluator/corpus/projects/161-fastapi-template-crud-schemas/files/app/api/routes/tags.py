from fastapi import APIRouter, Depends

from app.api.deps import get_db
from app.schemas.tag import TagList
from app.services.tags import popular

router = APIRouter()


@router.get("/tags", response_model=TagList)
def tags(db=Depends(get_db)):
    return TagList(tags=popular(db))
