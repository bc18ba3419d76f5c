from fastapi import FastAPI

from conduit.api.articles import router

app = FastAPI()
app.include_router(router, prefix="/api")
