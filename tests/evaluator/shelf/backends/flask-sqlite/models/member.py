"""Somebody who may borrow."""

from dataclasses import asdict, dataclass

MOST_LOANS = 2


@dataclass
class Member:
    id: int
    name: str
    email: str
    openLoans: int

    def shown(self):
        return asdict(self)

    def may_borrow(self):
        return self.openLoans < MOST_LOANS


def is_email(value):
    if not isinstance(value, str) or value.count("@") != 1 or any(sign.isspace() for sign in value):
        return False
    name, host = value.split("@")
    return name != "" and host != ""
