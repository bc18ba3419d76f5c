from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base
from models.loan import Loan

GENRES = ["fiction", "poetry", "science", "history", "other"]


class Book(Base):
    __tablename__ = "books"

    id: Mapped[int] = mapped_column(primary_key=True)
    title: Mapped[str]
    author: Mapped[str]
    year: Mapped[int | None]
    genre: Mapped[str]
    loans: Mapped[list[Loan]] = relationship(cascade="all, delete-orphan")

    @property
    def is_available(self):
        return all(loan.returned_on for loan in self.loans)
