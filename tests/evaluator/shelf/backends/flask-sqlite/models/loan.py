"""A loan: its days, and what being late costs."""

import re
from dataclasses import dataclass
from datetime import date, timedelta

LENGTH = timedelta(days=21)
CENTS_A_DAY = 20


@dataclass
class Loan:
    id: int
    bookId: int
    memberId: int
    lentOn: date
    returnedOn: date | None

    @property
    def due_on(self):
        return self.lentOn + LENGTH

    @property
    def late_days(self):
        if self.returnedOn is None:
            return 0
        return max((self.returnedOn - self.due_on).days, 0)

    @property
    def fee_cents(self):
        return self.late_days * CENTS_A_DAY

    def shown(self):
        return {
            "id": self.id,
            "bookId": self.bookId,
            "memberId": self.memberId,
            "lentOn": self.lentOn.isoformat(),
            "dueOn": self.due_on.isoformat(),
            "returnedOn": self.returnedOn.isoformat() if self.returnedOn else None,
            "lateDays": self.late_days,
            "feeCents": self.fee_cents,
        }


def day(value):
    """The day a text means, or None. Years are kept away from the end of the calendar, where no loan could end."""
    if not isinstance(value, str) or not re.fullmatch(r"[0-9]{4}-[0-9]{2}-[0-9]{2}", value):
        return None
    try:
        found = date.fromisoformat(value)
    except ValueError:
        return None
    return found if found.year < 9999 else None
