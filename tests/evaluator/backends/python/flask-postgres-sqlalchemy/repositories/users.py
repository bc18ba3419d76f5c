"""Finding users."""

from sqlalchemy import select

from models.user import User
from repositories.database import session


def with_id(number):
    return session.get(User, number)


def with_username(username):
    return session.scalar(select(User).where(User.username == username))


def with_email(email):
    return session.scalar(select(User).where(User.email == email))
