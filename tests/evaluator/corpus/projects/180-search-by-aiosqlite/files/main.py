from fastapi import FastAPI
from sqlalchemy import Column, String, create_engine, select
from sqlalchemy.orm import Session, declarative_base

from search import Search

engine = create_engine("sqlite:///conduit.db")
Base = declarative_base()


class Article(Base):
    __tablename__ = "articles"
    slug = Column(String, primary_key=True)
    title = Column(String)


Base.metadata.create_all(engine)
app = FastAPI()


@app.get("/api/articles")
async def articles(q: str = ""):
    if q:
        return {"articles": await Search()(q)}
    with Session(engine) as session:
        return {"articles": session.scalars(select(Article.slug)).all()}
