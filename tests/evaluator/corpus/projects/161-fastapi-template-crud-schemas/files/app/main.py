from fastapi import FastAPI

from app.api.routes import tags
from app.db.session import Base, engine

Base.metadata.create_all(bind=engine)
app = FastAPI()
app.include_router(tags.router, prefix="/api")
