from fastapi import FastAPI

from conduit import queries
from conduit.db import Base, SessionLocal, engine

Base.metadata.create_all(engine)
app = FastAPI()


@app.get("/api/articles/feed")
def feed(me: int):
    with SessionLocal() as session:
        slugs = queries.feed(session, me)
        return {"articles": slugs, "articlesCount": queries.count(session, "articles")}
