"""Checking what was sent."""

import re

from services.refusals import Invalid


def part_of(body, name):
    """The object called `name` in a body."""
    part = body.get(name) if isinstance(body, dict) else None
    if not isinstance(part, dict) or not part:
        raise Invalid(f"{name} can't be empty")
    return part


def is_text(value):
    """Whether it is a string that databases and answers can hold."""
    return isinstance(value, str) and not re.search("[\0\ud800-\udfff]", value)


def text(part, key):
    value = part.get(key)
    if not is_text(value) or not value.strip():
        raise Invalid(f"{key} can't be blank")
    return value


def any_text(part, key):
    """A text that may be empty, or null."""
    value = part[key] or ""
    if not is_text(value):
        raise Invalid(f"{key} must be a text")
    return value


def texts(part, keys):
    """Those of the texts that were sent."""
    return {key: text(part, key) for key in keys if key in part}


def words(part, key):
    """A list of words, or None where it was not sent."""
    value = part.get(key)
    if value is not None and not (isinstance(value, list) and all(is_text(word) for word in value)):
        raise Invalid(f"{key} must be a list of words")
    return value


def number(query, key, default, least):
    value = query.get(key, str(default))
    if not value.isdecimal() or len(value) > 9 or int(value) < least:
        raise Invalid(f"{key} must be a number from {least}")
    return int(value)


def place(query):
    """Which part of a list is asked for."""
    return number(query, "offset", 0, 0), number(query, "limit", 20, 1)


def filters(query, keys):
    return {key: query[key] for key in keys if query.get(key)}
