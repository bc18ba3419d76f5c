"""The shelf in a few numbers."""

from repositories import books, loans, members
from services.books import by_genre

EVERYTHING = 2 ** 62


def count():
    every_book, total = books.search({}, EVERYTHING, 0)
    every_loan = loans.everything()
    return {
        "books": total,
        "availableBooks": sum(book.available for book in every_book),
        "members": members.count(),
        "openLoans": sum(loan.returnedOn is None for loan in every_loan),
        "endedLoans": sum(loan.returnedOn is not None for loan in every_loan),
        "feeCents": sum(loan.fee_cents for loan in every_loan),
        "booksByGenre": by_genre(every_book),
    }
