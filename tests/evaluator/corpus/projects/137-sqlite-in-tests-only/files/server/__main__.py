import asyncpg
from aiohttp import web


async def database(app):
    app["db"] = await asyncpg.create_pool(host="postgres", user="user", password="password", database="conduit")
    yield
    await app["db"].close()


async def tags(request):
    rows = await request.app["db"].fetch("SELECT name FROM tags")
    return web.json_response({"tags": [row["name"] for row in rows]})


app = web.Application()
app.cleanup_ctx.append(database)
app.router.add_get("/api/tags", tags)

if __name__ == "__main__":
    web.run_app(app, port=8080)
