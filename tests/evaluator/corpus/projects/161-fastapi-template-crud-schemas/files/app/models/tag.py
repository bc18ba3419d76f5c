from sqlalchemy.orm import Mapped, mapped_column

from app.db.session import Base


class Tag(Base):
    __tablename__ = "tags"
    name: Mapped[str] = mapped_column(primary_key=True)
    uses: Mapped[int] = mapped_column(default=0)
