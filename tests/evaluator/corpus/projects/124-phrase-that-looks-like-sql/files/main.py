from aiohttp import web
from sqlalchemy import Column, Integer, String, create_engine, select
from sqlalchemy.orm import Session, declarative_base

from digest import DigestPlanner

Base = declarative_base()
engine = create_engine("sqlite:///conduit.db")
planner = DigestPlanner({"week": 7, "month": 30})


class Article(Base):
    __tablename__ = "articles"
    id = Column(Integer, primary_key=True)
    title = Column(String)


async def digest(request):
    days = planner.execute("Select articles from the last week")
    with Session(engine) as session:
        titles = session.scalars(select(Article.title).limit(days)).all()
    return web.json_response({"articles": titles})


Base.metadata.create_all(engine)
app = web.Application()
app.router.add_get("/api/digest", digest)
web.run_app(app, port=8080)
