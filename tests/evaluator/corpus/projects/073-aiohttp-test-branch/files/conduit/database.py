import os

from sqlalchemy import create_engine
from sqlalchemy.orm import DeclarativeBase, sessionmaker

if os.environ.get("TESTING"):
    engine = create_engine("sqlite:///:memory:")
else:
    engine = create_engine("postgresql://user:password@postgres:5432/conduit", pool_size=5)

Session = sessionmaker(engine)


class Base(DeclarativeBase):
    pass
