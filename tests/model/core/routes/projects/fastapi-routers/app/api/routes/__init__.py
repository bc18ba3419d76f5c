from fastapi import APIRouter

from . import articles, users
from .profiles import router as profiles_router

api_router = APIRouter()
api_router.include_router(users.router, tags=['users'])
api_router.include_router(profiles_router, prefix='/profiles')
api_router.include_router(articles.router)
