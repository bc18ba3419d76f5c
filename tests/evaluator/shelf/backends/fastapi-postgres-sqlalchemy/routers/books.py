from fastapi import APIRouter, Request

from routers.talk import Body, Session, book_view, identifier, page, query, truth
from services import fields
from services.books import BookService

router = APIRouter()

CONDITIONS = {"q": str, "author": str, "genre": lambda text: text if fields.genre(text) else None, "available": truth}


@router.post("/books", status_code=201)
def add(body=Body, session=Session):
    return book_view(BookService(session).add(body))


@router.get("/books")
def search(request: Request, session=Session):
    return page(BookService(session).search(*query(request, CONDITIONS)), book_view)


@router.get("/books/{number}")
def read(number: str, session=Session):
    return book_view(BookService(session).read(identifier(number)))


@router.patch("/books/{number}")
def change(number: str, body=Body, session=Session):
    return book_view(BookService(session).change(identifier(number), body))


@router.delete("/books/{number}", status_code=204)
def remove(number: str, session=Session):
    BookService(session).remove(identifier(number))
