import asyncpg
from fastapi import FastAPI

from api.settings import settings

app = FastAPI()


@app.on_event("startup")
async def startup():
    app.state.pool = await asyncpg.create_pool(dsn=settings.database_url)
    await app.state.pool.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT)")


@app.get("/api/tags")
async def tags():
    rows = await app.state.pool.fetch("SELECT name FROM tags")
    return {"tags": [row["name"] for row in rows]}
