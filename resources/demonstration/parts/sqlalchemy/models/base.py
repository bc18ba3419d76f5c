"""What all tables share."""

from datetime import datetime, timezone

from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


def now():
    return datetime.now(timezone.utc)
