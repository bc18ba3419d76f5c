from datetime import date, timedelta

from sqlalchemy import ForeignKey
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base


class Loan(Base):
    __tablename__ = "loans"

    id: Mapped[int] = mapped_column(primary_key=True)
    book_id: Mapped[int] = mapped_column(ForeignKey("books.id"))
    member_id: Mapped[int] = mapped_column(ForeignKey("members.id"))
    lent_on: Mapped[date]
    returned_on: Mapped[date | None]

    @property
    def due_on(self):
        return self.lent_on + timedelta(days=21)

    @property
    def late_days(self):
        return max(0, (self.returned_on - self.due_on).days) if self.returned_on else 0

    @property
    def fee_cents(self):
        return 20 * self.late_days
