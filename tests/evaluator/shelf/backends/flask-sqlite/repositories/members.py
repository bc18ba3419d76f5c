"""Where members are kept."""

from models.member import Member
from repositories import database

SHOWN = """SELECT members.*,
    (SELECT count(*) FROM loans WHERE member = members.id AND returned_on IS NULL) AS open_loans
    FROM members"""


def found(condition, value):
    row = database.one(f"{SHOWN} WHERE {condition} = ?", (value,))
    return Member(row["id"], row["name"], row["email"], row["open_loans"]) if row else None


def find(number):
    return found("id", number)


def with_email(email):
    return found("email", email)


def add(name, email):
    made = database.run("INSERT INTO members (name, email) VALUES (?, ?)", (name, email))
    return find(made.lastrowid)


def count():
    return database.one("SELECT count(*) FROM members")[0]
