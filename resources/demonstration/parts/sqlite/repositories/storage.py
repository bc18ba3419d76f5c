"""The SQLite file, made anew at every start, and a session that lasts for a request."""

from pathlib import Path

from sqlalchemy import create_engine, event
from sqlalchemy.orm import scoped_session, sessionmaker

from models.base import Base

engine = create_engine("sqlite:///conduit.db")
session = scoped_session(sessionmaker(engine))


@event.listens_for(engine, "connect")
def keep_references(connection, _):
    connection.execute("PRAGMA foreign_keys = ON")


def prepare():
    Path("conduit.db").unlink(missing_ok=True)
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
