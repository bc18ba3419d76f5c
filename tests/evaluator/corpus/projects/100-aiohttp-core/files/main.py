import sqlalchemy as sa
from aiohttp import web

engine = sa.create_engine("sqlite:///conduit.db")
metadata = sa.MetaData()
tags = sa.Table("tags", metadata, sa.Column("name", sa.String, primary_key=True))


async def index(request):
    with engine.connect() as connection:
        names = connection.execute(sa.select(tags.c.name).order_by(tags.c.name)).scalars().all()
    return web.json_response({"tags": names})


async def add(request):
    with engine.begin() as connection:
        connection.execute(sa.insert(tags).values(name=(await request.json())["name"]))
    return web.json_response({}, status=201)


def main():
    metadata.create_all(engine)
    app = web.Application()
    app.add_routes([web.get("/api/tags", index), web.post("/api/tags", add)])
    web.run_app(app, port=8080)


if __name__ == "__main__":
    main()
