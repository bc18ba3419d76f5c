"""What the server knows; it is gone when the server stops."""

from itertools import count

numbers = count(1)
users = []  # in the order they registered
articles = []  # oldest first
comments = []  # oldest first


def prepare():
    for kept in (users, articles, comments):
        kept.clear()


def release():
    """Nothing is held for one request."""
