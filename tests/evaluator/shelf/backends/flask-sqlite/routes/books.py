from flask import Blueprint

from models.book import is_genre
from routes.requests import body, page, query, truth
from services import books as service

books = Blueprint("books", __name__)

CONDITIONS = {"q": str, "author": str, "genre": lambda text: text if is_genre(text) else None, "available": truth}


@books.post("/books")
def add():
    return service.add(body()).shown(), 201


@books.get("/books")
def search():
    return page(service.search(*query(CONDITIONS)))


@books.get("/books/<int:number>")
def read(number):
    return service.read(number).shown()


@books.patch("/books/<int:number>")
def change(number):
    return service.change(number, body()).shown()


@books.delete("/books/<int:number>")
def remove(number):
    service.remove(number)
    return "", 204
