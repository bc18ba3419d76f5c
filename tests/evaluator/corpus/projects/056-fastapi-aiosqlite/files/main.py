from contextlib import asynccontextmanager

import aiosqlite
from fastapi import FastAPI, Request

DB = "./conduit.db"


@asynccontextmanager
async def lifespan(app: FastAPI):
    async with aiosqlite.connect(DB) as db:
        await db.execute("CREATE TABLE IF NOT EXISTS tags (name TEXT UNIQUE)")
        await db.commit()
        app.state.db = db
        yield


app = FastAPI(lifespan=lifespan)


@app.get("/api/tags")
async def tags(request: Request):
    async with request.app.state.db.execute("SELECT name FROM tags") as cursor:
        return {"tags": [row[0] async for row in cursor]}
