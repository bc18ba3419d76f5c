"""What requests say and what answers look like."""

import json

from fastapi import Depends, Request

from repositories.database import session
from services.refusal import Refusal, demand

Session = Depends(session)


async def wishes(request: Request):
    try:
        body = json.loads(await request.body())
    except (ValueError, RecursionError):
        body = None
    if not isinstance(body, dict):
        raise Refusal(400, "malformed")
    return body


Body = Depends(wishes)


def identifier(text):
    return int(text) if text.isascii() and text.isdigit() and len(text) < 20 else 0


def number(least, most):
    def read(text):
        value = identifier(text) if text != "0" else 0
        return value if text.isascii() and text.isdigit() and least <= value <= most else None
    return read


def truth(text):
    return {"true": True, "false": False}.get(text)


PAGE = {"limit": number(1, 50), "offset": number(0, 2 ** 62)}


def query(request, rules):
    """The conditions of a list, its limit and its offset."""
    rules = {**rules, **PAGE}
    said = {name: rules[name](text) for name, text in request.query_params.items() if name in rules}
    demand(**{name: value is not None for name, value in said.items()})
    return said, said.pop("limit", 20), said.pop("offset", 0)


def page(found, view):
    things, total = found
    return {"items": [view(thing) for thing in things], "total": total}


def book_view(book):
    return {"id": book.id, "title": book.title, "author": book.author, "year": book.year, "genre": book.genre,
            "available": book.is_available, "timesLent": len(book.loans)}


def member_view(member):
    return {"id": member.id, "name": member.name, "email": member.email, "openLoans": member.open_loans}


def loan_view(loan):
    return {"id": loan.id, "bookId": loan.book_id, "memberId": loan.member_id, "lentOn": loan.lent_on,
            "dueOn": loan.due_on, "returnedOn": loan.returned_on, "lateDays": loan.late_days,
            "feeCents": loan.fee_cents}
