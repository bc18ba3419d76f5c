from fastapi import APIRouter, Request

from routers.talk import Body, Session, identifier, loan_view, number, page, query, truth
from services.loans import LoanService

router = APIRouter()

CONDITIONS = {"member": number(1, 2 ** 31 - 1), "open": truth}


@router.post("/loans", status_code=201)
def lend(body=Body, session=Session):
    return loan_view(LoanService(session).lend(body.get("bookId"), body.get("memberId"), body.get("lentOn")))


@router.get("/loans")
def search(request: Request, session=Session):
    return page(LoanService(session).search(*query(request, CONDITIONS)), loan_view)


@router.post("/loans/{loan}/return")
def bring_back(loan: str, body=Body, session=Session):
    return loan_view(LoanService(session).bring_back(identifier(loan), body.get("returnedOn")))
