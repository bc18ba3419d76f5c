from contextlib import contextmanager

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, sessionmaker


class Base(DeclarativeBase):
    pass


class Database:
    def __init__(self, url, echo=False):
        self.engine = create_engine(url, echo=echo)
        self.sessions = sessionmaker(self.engine)

    @contextmanager
    def session(self):
        with self.sessions() as session, session.begin():
            yield session
