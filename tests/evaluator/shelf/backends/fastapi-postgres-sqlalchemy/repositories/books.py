from sqlalchemy import func

from models.book import Book
from models.loan import Loan
from repositories.database import Repository


class Books(Repository):
    kind = Book

    def remove(self, book):
        self.session.delete(book)
        self.session.commit()

    def everything(self):
        return self.session.query(Book).all()

    def search(self, wishes, limit, offset):
        is_out = Book.loans.any(Loan.returned_on.is_(None))
        conditions = {
            "q": lambda text: func.strpos(func.lower(Book.title), text.lower()) > 0,
            "author": lambda text: func.lower(Book.author) == text.lower(),
            "genre": lambda genre: Book.genre == genre,
            "available": lambda wanted: ~is_out if wanted else is_out,
        }
        query = self.session.query(Book).filter(*(conditions[name](value) for name, value in wishes.items()))
        return self.page(query.order_by(func.lower(Book.title).collate("C"), Book.id), limit, offset)
