"""Users and whom they follow."""

from sqlalchemy import Column, ForeignKey, Table
from sqlalchemy.orm import Mapped, mapped_column, relationship

from models.base import Base

follows = Table(
    "follows", Base.metadata,
    Column("fan_id", ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
    Column("author_id", ForeignKey("users.id", ondelete="CASCADE"), primary_key=True),
)


class User(Base):
    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    username: Mapped[str] = mapped_column(unique=True)
    email: Mapped[str] = mapped_column(unique=True)
    password: Mapped[bytes]
    bio: Mapped[str] = mapped_column(default="")
    image: Mapped[str] = mapped_column(default="")
    follows: Mapped[set["User"]] = relationship(
        secondary=follows, primaryjoin=id == follows.c.fan_id, secondaryjoin=id == follows.c.author_id)

    @property
    def followed_ids(self):
        return {author.id for author in self.follows}
