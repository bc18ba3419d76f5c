import logging

from fastapi import FastAPI, HTTPException
from sqlalchemy import Column, String, create_engine, select
from sqlalchemy.orm import declarative_base, sessionmaker

log = logging.getLogger("conduit")
engine = create_engine("sqlite:///conduit.db", connect_args={"check_same_thread": False})
Session = sessionmaker(engine)
Base = declarative_base()

# formerly: SELECT name FROM tags
HINT = "SELECT name FROM tags WHERE name = '%s' gave no row"


class Tag(Base):
    __tablename__ = "tags"
    name = Column(String, primary_key=True)


Base.metadata.create_all(engine)
app = FastAPI()


@app.get("/api/tags/{name}")
def tag(name: str):
    log.debug("SELECT name FROM tags WHERE name = %s", name)
    with Session() as session:
        found = session.execute(select(Tag).where(Tag.name == name)).scalar_one_or_none()
    if found is None:
        log.warning(HINT, name)
        raise HTTPException(404, detail="DELETE FROM tags would not help: no such tag")
    return {"tag": found.name}
