"""Conduit, kept in memory."""

from fastapi import APIRouter, FastAPI, HTTPException
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse

import articles
import users

app = FastAPI(title="Conduit")
api = APIRouter(prefix="/api")
api.include_router(users.router)
api.include_router(articles.router)


@api.get("/health-check")
async def health_check():
    return {"status": "ok"}


app.include_router(api)


@app.exception_handler(RequestValidationError)
async def invalid(_, error):
    messages = [f"{problem['loc'][-1]}: {problem['msg']}" for problem in error.errors()]
    return JSONResponse({"errors": {"body": messages}}, 422)


@app.exception_handler(HTTPException)
async def refused(_, error):
    return JSONResponse({"errors": {"body": [error.detail]}}, error.status_code)
