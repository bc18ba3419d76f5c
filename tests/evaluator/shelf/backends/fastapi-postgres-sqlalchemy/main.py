"""A lending shelf in PostgreSQL; puts the layers together."""

from fastapi import APIRouter, FastAPI
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from repositories.database import create_tables
from routers import books, loans, members, summary
from services.refusal import Refusal

create_tables()
app = FastAPI(title="Shelf")
api = APIRouter(prefix="/api")
for part in (books, members, loans, summary):
    api.include_router(part.router)


@api.get("/health-check")
def health_check():
    return {"status": "ok"}


app.include_router(api)


@app.exception_handler(Refusal)
async def refused(_, refusal):
    return JSONResponse({"error": {"code": refusal.code, "fields": sorted(refusal.fields)}}, refusal.status)


@app.exception_handler(HTTPException)
async def no_such_path(_, error):
    return JSONResponse({"error": {"code": "not_found", "fields": []}}, error.status_code)
