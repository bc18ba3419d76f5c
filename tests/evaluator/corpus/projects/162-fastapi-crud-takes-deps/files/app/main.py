from fastapi import FastAPI

from app.api.endpoints.articles import router

app = FastAPI()
app.include_router(router, prefix="/api")
