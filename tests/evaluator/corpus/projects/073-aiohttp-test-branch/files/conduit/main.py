from aiohttp import web
from sqlalchemy import select

from conduit.database import Base, Session, engine
from conduit.models import Tag


async def tags(request):
    with Session() as session:
        return web.json_response({"tags": session.scalars(select(Tag.name)).all()})


Base.metadata.create_all(engine)
app = web.Application()
app.router.add_get("/api/tags", tags)
web.run_app(app, port=8080)
