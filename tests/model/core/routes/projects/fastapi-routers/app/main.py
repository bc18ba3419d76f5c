from fastapi import FastAPI

from app.api.routes import api_router
from app.core.config import settings

app = FastAPI(title='Conduit')
app.include_router(api_router, prefix=settings.API_PREFIX)
