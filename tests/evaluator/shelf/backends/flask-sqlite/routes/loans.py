from flask import Blueprint

from routes.requests import LARGEST, body, number, page, query, truth
from services import loans as service

loans = Blueprint("loans", __name__)

CONDITIONS = {"member": number(1, LARGEST), "open": truth}


@loans.post("/loans")
def lend():
    return service.lend(body()).shown(), 201


@loans.get("/loans")
def search():
    return page(service.search(*query(CONDITIONS)))


@loans.post("/loans/<int:number>/return")
def bring_back(number):
    return service.bring_back(number, body()).shown()
