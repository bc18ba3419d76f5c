from fastapi import FastAPI
from sqlalchemy import select
from sqlalchemy.orm import Mapped, mapped_column

from app.database import Base, Database
from app.settings import Settings

settings = Settings()
database = Database(settings.database_url, settings.echo)
app = FastAPI()


class Tag(Base):
    __tablename__ = "tags"
    name: Mapped[str] = mapped_column(primary_key=True)


Base.metadata.create_all(database.engine)


@app.get("/api/tags")
def tags():
    with database.session() as session:
        return {"tags": list(session.scalars(select(Tag.name)))}
