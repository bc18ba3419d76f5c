from flask import Blueprint

from routes.requests import body
from services import members as service

members = Blueprint("members", __name__)


@members.post("/members")
def add():
    return service.add(body()).shown(), 201


@members.get("/members/<int:number>")
def read(number):
    return service.read(number).shown()
