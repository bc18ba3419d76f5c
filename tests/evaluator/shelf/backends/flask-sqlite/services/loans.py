"""Lending and bringing back."""

from models.loan import day
from models.refusals import Conflict, Invalid, Unknown
from repositories import books, loans, members
from services.fields import is_number


def lend(wishes):
    book_id, member_id, lent_on = wishes.get("bookId"), wishes.get("memberId"), day(wishes.get("lentOn"))
    refuse(Invalid, bookId=is_number(book_id), memberId=is_number(member_id), lentOn=lent_on)
    book, member = books.find(book_id), members.find(member_id)
    refuse(Unknown, bookId=book, memberId=member)
    refuse(Conflict, bookId=book.available)
    refuse(Conflict, memberId=member.may_borrow())
    return loans.add(book_id, member_id, lent_on)


def refuse(kind, **fields):
    wrong = [name for name, good in fields.items() if not good]
    if wrong:
        raise kind(*wrong)


def bring_back(number, wishes):
    loan = loans.find(number)
    if loan is None:
        raise Unknown()
    refuse(Conflict, loanId=loan.returnedOn is None)
    returned_on = day(wishes.get("returnedOn"))
    refuse(Invalid, returnedOn=returned_on and returned_on >= loan.lentOn)
    return loans.end(number, returned_on)


def search(wishes, limit, offset):
    return loans.search(wishes, limit, offset)
