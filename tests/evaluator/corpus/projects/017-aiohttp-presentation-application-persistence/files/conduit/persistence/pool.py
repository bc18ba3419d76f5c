import asyncpg

DSN = "postgresql://user:password@postgres:5432/conduit"


async def connect(app):
    app["pool"] = await asyncpg.create_pool(DSN)
    await app["pool"].execute("CREATE TABLE IF NOT EXISTS users (username TEXT PRIMARY KEY, email TEXT)")


async def close(app):
    await app["pool"].close()
