from fastapi import APIRouter

from routers.talk import Session
from services.summary import counted

router = APIRouter()


@router.get("/summary")
def read(session=Session):
    return counted(session)
