"""Conduit; puts the layers together."""

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import JSONResponse

from repositories import storage
from routes import articles, comments, users
from services.refusals import Forbidden, Invalid, Refusal, Unauthorized, Unknown

STATUS = {Unauthorized: 401, Forbidden: 403, Unknown: 404, Invalid: 422}

storage.prepare()
app = FastAPI(title="Conduit")
api = APIRouter(prefix="/api")
for part in (users, articles, comments):
    api.include_router(part.router)


@api.get("/health-check")
async def health_check():
    return {"status": "ok"}


app.include_router(api)


@app.middleware("http")
async def each_request(request: Request, go_on):
    """Nothing has a name with a null in it; databases cannot hold it."""
    if "\0" in request.url.path or "%00" in str(request.url):
        return JSONResponse({"errors": {"body": ["not found"]}}, 404)
    try:
        return await go_on(request)
    finally:
        storage.release()


@app.exception_handler(Refusal)
async def refused(_, refusal):
    return JSONResponse({"errors": {"body": [str(refusal)]}}, STATUS[type(refusal)])
