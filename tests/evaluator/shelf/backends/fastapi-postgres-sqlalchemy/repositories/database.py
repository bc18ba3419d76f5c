"""The connection to PostgreSQL; every request has a session of its own."""

from sqlalchemy import create_engine
from sqlalchemy.orm import Session

from models.base import Base
from models.book import Book
from models.loan import Loan
from models.member import Member

engine = create_engine("postgresql+psycopg2://user:password@postgres:5432/shelf")

LARGEST = 2 ** 31 - 1
TABLES = [Book.__table__, Member.__table__, Loan.__table__]


def create_tables():
    Base.metadata.create_all(engine, tables=TABLES)


def session():
    with Session(engine) as opened:
        yield opened


class Repository:
    """Things of one kind in one session."""

    kind = None

    def __init__(self, opened):
        self.session = opened

    def find(self, number):
        return self.session.get(self.kind, number) if 0 < number <= LARGEST else None

    def add(self, thing):
        self.session.add(thing)
        self.session.commit()
        return thing

    def save(self, thing):
        self.session.commit()
        return thing

    def page(self, query, limit, offset):
        """A part of what a query finds, and how many there are in all."""
        return query.limit(limit).offset(offset).all(), query.order_by(None).count()
