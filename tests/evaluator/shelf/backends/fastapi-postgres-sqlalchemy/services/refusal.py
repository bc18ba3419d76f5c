"""What is answered where something cannot be done."""


class Refusal(Exception):
    def __init__(self, status, code, fields=()):
        super().__init__(code)
        self.status = status
        self.code = code
        self.fields = list(fields)


def unknown(*fields):
    return Refusal(404, "not_found", fields)


def conflict(*fields):
    return Refusal(409, "conflict", fields)


def demand(**conditions):
    """Refuses where any of the named fields is not as it must be."""
    wrong = [name for name, holds in conditions.items() if not holds]
    if wrong:
        raise Refusal(422, "invalid", wrong)
