import aiopg
from aiohttp import web


async def pool_context(app):
    async with aiopg.create_pool("dbname=conduit user=user password=password host=postgres") as pool:
        app["pool"] = pool
        yield


async def tags(request):
    async with request.app["pool"].acquire() as connection:
        async with connection.cursor() as cursor:
            await cursor.execute("SELECT name FROM tags")
            return web.json_response({"tags": [name async for (name,) in cursor]})


app = web.Application()
app.cleanup_ctx.append(pool_context)
app.router.add_get("/api/tags", tags)
web.run_app(app, port=8080)
