from models.book import Book
from repositories.books import Books
from services import fields
from services.refusal import conflict, demand, unknown

RULES = {"title": fields.text, "author": fields.text, "year": fields.year, "genre": fields.genre}


class BookService:
    def __init__(self, session):
        self.books = Books(session)

    def add(self, wishes):
        values = {"title": None, "author": None, "year": None, "genre": "other"}
        values.update((name, wishes[name]) for name in RULES if name in wishes)
        return self.books.add(Book(**self.checked(values)))

    def read(self, number):
        book = self.books.find(number)
        if book is None:
            raise unknown()
        return book

    def change(self, number, wishes):
        book = self.read(number)
        for name, value in self.checked({name: wishes[name] for name in RULES if name in wishes}).items():
            setattr(book, name, value)
        return self.books.save(book)

    def remove(self, number):
        book = self.read(number)
        if not book.is_available:
            raise conflict("bookId")
        self.books.remove(book)

    def search(self, wishes, limit, offset):
        return self.books.search(wishes, limit, offset)

    @staticmethod
    def checked(values):
        demand(**{name: RULES[name](value) for name, value in values.items()})
        return {name: value.strip() if isinstance(value, str) else value for name, value in values.items()}
