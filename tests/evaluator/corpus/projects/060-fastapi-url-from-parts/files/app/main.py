from contextlib import asynccontextmanager

from fastapi import FastAPI
from sqlalchemy import select

from app.db import Base, SessionLocal, Tag, engine


@asynccontextmanager
async def lifespan(_app):
    async with engine.begin() as connection:
        await connection.run_sync(Base.metadata.create_all)
    yield


app = FastAPI(lifespan=lifespan)


@app.get("/api/tags")
async def tags():
    async with SessionLocal() as session:
        return {"tags": list(await session.scalars(select(Tag.name)))}
