"""What can be done with books."""

from models.book import GENRES, is_genre, is_year
from models.refusals import Conflict, Invalid, Unknown
from repositories import books
from services.fields import is_text

RULES = {"title": is_text, "author": is_text, "year": is_year, "genre": is_genre}


def checked(values):
    wrong = [name for name, value in values.items() if not RULES[name](value)]
    if wrong:
        raise Invalid(*wrong)
    return {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}


def add(wishes):
    given = {"title": wishes.get("title"), "author": wishes.get("author"), "year": wishes.get("year"),
             "genre": wishes.get("genre", "other")}
    return books.add(checked(given))


def read(number):
    book = books.find(number)
    if book is None:
        raise Unknown()
    return book


def change(number, wishes):
    read(number)
    return books.change(number, checked({name: wishes[name] for name in RULES if name in wishes}))


def remove(number):
    if not read(number).available:
        raise Conflict("bookId")
    books.remove(number)


def search(wishes, limit, offset):
    return books.search(wishes, limit, offset)


def by_genre(every):
    return {genre: sum(book.genre == genre for book in every) for genre in GENRES}
