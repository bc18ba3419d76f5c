from fastapi import FastAPI
from sqlalchemy import create_engine, select, text
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

engine = create_engine("sqlite:///conduit.db")
TOP = text("SELECT name FROM tags ORDER BY uses DESC LIMIT 10")


class Base(DeclarativeBase):
    pass


class Tag(Base):
    __tablename__ = "tags"
    name: Mapped[str] = mapped_column(primary_key=True)
    uses: Mapped[int] = mapped_column(default=0)


Base.metadata.create_all(engine)
app = FastAPI()


@app.get("/api/tags/top")
def top():
    with Session(engine) as session:
        return {"tags": session.execute(TOP).scalars().all()}


@app.get("/api/tags/rare")
def rare():
    with Session(engine) as session:
        found = session.scalars(select(Tag).from_statement(text("SELECT * FROM tags WHERE uses < 2")))
        return {"tags": [tag.name for tag in found]}


@app.get("/api/tags")
def tags():
    with Session(engine) as session:
        return {"tags": session.scalars(select(Tag.name)).all()}
