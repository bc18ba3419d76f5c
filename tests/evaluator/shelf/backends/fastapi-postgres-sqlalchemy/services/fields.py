"""How fields must be."""

import re
from datetime import date

from models.book import GENRES


def text(value):
    return isinstance(value, str) and 1 <= len(value.strip()) <= 200 and "\0" not in value


def year(value):
    return value is None or (isinstance(value, int) and not isinstance(value, bool) and 1000 <= value <= 2100)


def genre(value):
    return isinstance(value, str) and value in GENRES


def email(value):
    return text(value) and re.fullmatch(r"[^@\s]+@[^@\s]+", value) is not None


def identifier(value):
    return isinstance(value, int) and not isinstance(value, bool)


def day(value):
    """The day a text means, or None."""
    if not isinstance(value, str) or re.fullmatch(r"\d{4}-\d{2}-\d{2}", value, re.ASCII) is None:
        return None
    try:
        meant = date.fromisoformat(value)
    except ValueError:
        return None
    return meant if meant.year <= 9998 else None
