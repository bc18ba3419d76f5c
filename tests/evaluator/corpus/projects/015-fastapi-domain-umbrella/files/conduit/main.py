from fastapi import FastAPI

from conduit.api.comments import router


def create_app() -> FastAPI:
    app = FastAPI()
    app.include_router(router, prefix="/api")
    return app
