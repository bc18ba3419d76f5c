"""Where loans are kept."""

from datetime import date

from models.loan import Loan
from repositories import database

CONDITIONS = {"member": "member = :member", "open": "(returned_on IS NULL) = :open"}


def loan_of(row):
    returned = row["returned_on"]
    return Loan(row["id"], row["book"], row["member"], date.fromisoformat(row["lent_on"]),
                date.fromisoformat(returned) if returned else None)


def find(number):
    row = database.one("SELECT * FROM loans WHERE id = ?", (number,))
    return loan_of(row) if row else None


def add(book, member, lent_on):
    made = database.run("INSERT INTO loans (book, member, lent_on) VALUES (?, ?, ?)", (book, member, lent_on.isoformat()))
    return find(made.lastrowid)


def end(number, returned_on):
    database.run("UPDATE loans SET returned_on = ? WHERE id = ?", (returned_on.isoformat(), number))
    return find(number)


def search(wishes, limit, offset):
    """The loans of a page, and how many there are in all."""
    where = " AND ".join(CONDITIONS[name] for name in wishes) or "TRUE"
    total = database.one(f"SELECT count(*) FROM loans WHERE {where}", wishes)[0]
    rows = database.run(f"SELECT * FROM loans WHERE {where} ORDER BY lent_on DESC, id DESC LIMIT :limit OFFSET :offset",
                        {**wishes, "limit": limit, "offset": offset})
    return [loan_of(row) for row in rows], total


def everything():
    return [loan_of(row) for row in database.run("SELECT * FROM loans")]
