"""What a request says."""

from flask import request

from models.refusals import Invalid, Malformed

LARGEST = 2 ** 63 - 1


def body():
    wishes = request.get_json(silent=True, force=True)
    if not isinstance(wishes, dict):
        raise Malformed()
    return wishes


def number(least, most):
    def read(text):
        value = int(text) if text.isascii() and text.isdigit() else -1
        return value if least <= value <= most else None
    return read


def truth(text):
    return {"true": True, "false": False}.get(text)


PAGE = {"limit": number(1, 50), "offset": number(0, LARGEST)}


def query(rules):
    """The conditions of a list, its limit and its offset."""
    given = {name: read(request.args[name]) for name, read in {**rules, **PAGE}.items() if name in request.args}
    wrong = [name for name, value in given.items() if value is None]
    if wrong:
        raise Invalid(*wrong)
    return given, given.pop("limit", 20), given.pop("offset", 0)


def page(found):
    things, total = found
    return {"items": [thing.shown() for thing in things], "total": total}
