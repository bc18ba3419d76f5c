"""A book, and what one may be like."""

from dataclasses import asdict, dataclass

GENRES = ("fiction", "poetry", "science", "history", "other")


@dataclass
class Book:
    id: int
    title: str
    author: str
    year: int | None
    genre: str
    available: bool
    timesLent: int

    def shown(self):
        return asdict(self)


def is_year(value):
    return value is None or (type(value) is int and 1000 <= value <= 2100)


def is_genre(value):
    return isinstance(value, str) and value in GENRES
