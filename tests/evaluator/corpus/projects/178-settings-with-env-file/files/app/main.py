from fastapi import FastAPI
from sqlalchemy import Column, MetaData, String, Table, select
from sqlalchemy.ext.asyncio import create_async_engine

from app.settings import settings

engine = create_async_engine(settings.database_url)
tags = Table("tags", MetaData(), Column("name", String, primary_key=True))
app = FastAPI()


@app.on_event("startup")
async def create():
    async with engine.begin() as connection:
        await connection.run_sync(tags.metadata.create_all)


@app.get("/api/tags")
async def index():
    async with engine.connect() as connection:
        return {"tags": (await connection.execute(select(tags.c.name))).scalars().all()}
