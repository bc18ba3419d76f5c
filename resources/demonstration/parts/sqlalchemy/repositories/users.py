"""Keeping and finding users."""

from sqlalchemy import select

from models.user import User
from repositories import storage
from repositories.storage import session


def with_id(number):
    return session.get(User, number)


def with_username(username):
    return session.scalar(select(User).where(User.username == username))


def with_email(email):
    return session.scalar(select(User).where(User.email == email))


def add(username, email, password):
    return storage.add(User(username=username, email=email, password=password))


def change(user, changes):
    for key, value in changes.items():
        setattr(user, key, value)
    storage.save()
    return user


def follow(user, other):
    user.follows.add(other)
    storage.save()


def unfollow(user, other):
    user.follows.discard(other)
    storage.save()
