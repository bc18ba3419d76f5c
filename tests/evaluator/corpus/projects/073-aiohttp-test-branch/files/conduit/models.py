from sqlalchemy import String
from sqlalchemy.orm import Mapped, mapped_column

from conduit.database import Base


class Tag(Base):
    __tablename__ = "tags"
    name: Mapped[str] = mapped_column(String(80), primary_key=True)
