import databases
from fastapi import FastAPI

HOST = "postgres"
database = databases.Database("postgresql+asyncpg://user:password@" + HOST + "/conduit", min_size=2)
app = FastAPI(on_startup=[database.connect], on_shutdown=[database.disconnect])


@app.get("/api/tags")
async def tags():
    rows = await database.fetch_all("SELECT name FROM tags")
    return {"tags": [row["name"] for row in rows]}
