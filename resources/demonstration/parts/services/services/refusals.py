"""Why something is not done."""


class Refusal(Exception):
    pass


class Unauthorized(Refusal):
    pass


class Forbidden(Refusal):
    pass


class Unknown(Refusal):
    pass


class Invalid(Refusal):
    pass


def found(thing, name):
    if thing is None:
        raise Unknown(f"{name} not found")
    return thing
