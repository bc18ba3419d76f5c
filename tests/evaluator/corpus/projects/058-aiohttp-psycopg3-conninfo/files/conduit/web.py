from aiohttp import web
from psycopg_pool import AsyncConnectionPool

CONNINFO = "dbname=conduit user=user password=password host=db.internal port=5432"
pool = AsyncConnectionPool(CONNINFO, open=False)


async def start(app):
    await pool.open()
    async with pool.connection() as connection:
        await connection.execute("CREATE TABLE IF NOT EXISTS tags (name text primary key)")


async def tags(request):
    async with pool.connection() as connection:
        rows = await (await connection.execute("SELECT name FROM tags")).fetchall()
    return web.json_response({"tags": [name for (name,) in rows]})


def application():
    app = web.Application()
    app.on_startup.append(start)
    app.router.add_get("/api/tags", tags)
    return app
