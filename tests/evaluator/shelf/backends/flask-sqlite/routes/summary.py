from flask import Blueprint

from services import summary as service

summary = Blueprint("summary", __name__)


@summary.get("/summary")
def read():
    return service.count()
