from models.book import GENRES
from repositories.books import Books
from repositories.loans import Loans
from repositories.members import Members


def counted(session):
    books = Books(session).everything()
    loans = Loans(session).everything()
    out = sum(loan.returned_on is None for loan in loans)
    return {
        "books": len(books),
        "availableBooks": sum(book.is_available for book in books),
        "members": Members(session).count(),
        "openLoans": out,
        "endedLoans": len(loans) - out,
        "feeCents": sum(loan.fee_cents for loan in loans),
        "booksByGenre": {genre: sum(book.genre == genre for book in books) for genre in GENRES},
    }
