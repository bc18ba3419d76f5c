from fastapi import FastAPI

from conduit.routes.tags import router

app = FastAPI()
app.include_router(router, prefix="/api")
