from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base
from models.loan import Loan


class Member(Base):
    __tablename__ = "members"

    id: Mapped[int] = mapped_column(primary_key=True)
    name: Mapped[str]
    email: Mapped[str] = mapped_column(unique=True)
    loans: Mapped[list[Loan]] = relationship()

    @property
    def open_loans(self):
        return sum(loan.returned_on is None for loan in self.loans)
