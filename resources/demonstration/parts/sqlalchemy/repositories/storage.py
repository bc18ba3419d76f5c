"""The connection to PostgreSQL, and a session that lasts for a request."""

from sqlalchemy import create_engine
from sqlalchemy.orm import scoped_session, sessionmaker

from models.base import Base

engine = create_engine("postgresql+psycopg2://user:password@postgres:5432/conduit")
session = scoped_session(sessionmaker(engine))


def prepare():
    Base.metadata.create_all(engine)


def release():
    session.remove()


def add(thing):
    session.add(thing)
    session.commit()
    return thing


def save():
    session.commit()


def delete(thing):
    session.delete(thing)
    session.commit()
