from models.loan import Loan
from repositories.books import Books
from repositories.loans import Loans
from repositories.members import Members
from services import fields
from services.refusal import conflict, demand, unknown

MOST_AT_A_TIME = 2


class LoanService:
    def __init__(self, session):
        self.books = Books(session)
        self.members = Members(session)
        self.loans = Loans(session)

    def lend(self, book_id, member_id, lent_on):
        day = fields.day(lent_on)
        demand(bookId=fields.identifier(book_id), memberId=fields.identifier(member_id), lentOn=day)
        book, member = self.books.find(book_id), self.members.find(member_id)
        missing = [name for name, thing in (("bookId", book), ("memberId", member)) if thing is None]
        if missing:
            raise unknown(*missing)
        if not book.is_available:
            raise conflict("bookId")
        if member.open_loans >= MOST_AT_A_TIME:
            raise conflict("memberId")
        return self.loans.add(Loan(book_id=book.id, member_id=member.id, lent_on=day))

    def bring_back(self, number, returned_on):
        loan = self.loans.find(number)
        if loan is None:
            raise unknown()
        if loan.returned_on is not None:
            raise conflict("loanId")
        day = fields.day(returned_on)
        demand(returnedOn=day is not None and day >= loan.lent_on)
        loan.returned_on = day
        return self.loans.save(loan)

    def search(self, wishes, limit, offset):
        return self.loans.search(wishes, limit, offset)
