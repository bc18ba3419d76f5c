from contextlib import asynccontextmanager

from fastapi import FastAPI

from app.core.db import close_pool, open_pool
from app.routers import profiles


@asynccontextmanager
async def lifespan(_: FastAPI):
    await open_pool()
    yield
    await close_pool()


app = FastAPI(title="Conduit", lifespan=lifespan)
app.include_router(profiles.router, prefix="/api")


@app.get("/api/health-check")
async def health_check():
    return {"status": "up"}
