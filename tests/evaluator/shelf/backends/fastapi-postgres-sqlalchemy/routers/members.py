from fastapi import APIRouter

from routers.talk import Body, Session, identifier, member_view
from services.members import MemberService

router = APIRouter()


@router.post("/members", status_code=201)
def add(body=Body, session=Session):
    return member_view(MemberService(session).add(body.get("name"), body.get("email")))


@router.get("/members/{number}")
def read(number: str, session=Session):
    return member_view(MemberService(session).read(identifier(number)))
