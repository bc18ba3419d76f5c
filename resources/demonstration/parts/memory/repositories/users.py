"""Keeping and finding users."""

from models.user import User
from repositories import storage


def first(condition):
    return next((user for user in storage.users if condition(user)), None)


def with_id(number):
    return first(lambda user: user.id == number)


def with_username(username):
    return first(lambda user: user.username == username)


def with_email(email):
    return first(lambda user: user.email == email)


def add(username, email, password):
    user = User(next(storage.numbers), username, email, password)
    storage.users.append(user)
    return user


def change(user, changes):
    for key, value in changes.items():
        setattr(user, key, value)
    return user


def follow(user, other):
    user.followed_ids.add(other.id)


def unfollow(user, other):
    user.followed_ids.discard(other.id)
