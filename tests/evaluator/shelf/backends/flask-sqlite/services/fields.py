"""Fields of requests as they must be."""

LONGEST = 200
LARGEST = 2 ** 63 - 1


def is_text(value):
    return isinstance(value, str) and 0 < len(value.strip()) <= LONGEST


def is_number(value):
    return type(value) is int and 1 <= value <= LARGEST
