from contextlib import asynccontextmanager

from fastapi import FastAPI
from tortoise import Tortoise, fields
from tortoise.models import Model


class Tag(Model):
    name = fields.CharField(max_length=80, pk=True)


@asynccontextmanager
async def lifespan(app):
    await Tortoise.init(db_url="sqlite://conduit.sqlite3", modules={"models": ["main"]})
    await Tortoise.generate_schemas()
    yield
    await Tortoise.close_connections()


app = FastAPI(lifespan=lifespan)


@app.get("/api/tags")
async def tags():
    return {"tags": await Tag.all().values_list("name", flat=True)}
