from fastapi import FastAPI
from sqlalchemy import create_engine, select
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

import settings

engine = create_engine(settings.URLS[settings.PROFILE])


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = "tags"
    name: Mapped[str] = mapped_column(primary_key=True)


Base.metadata.create_all(engine)
app = FastAPI()


@app.get("/api/tags")
def tags():
    with Session(engine) as session:
        return {"tags": session.scalars(select(Tag.name)).all()}
