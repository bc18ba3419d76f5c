"""Comments on articles."""

from flask import Blueprint

from routes.answers import comment_json
from routes.fields import text
from routes.requests import caller, sent, viewer
from services import comments as service

comments = Blueprint("comments", __name__)


@comments.get("/articles/<slug>/comments")
def all_comments(slug):
    user = viewer()
    return {"comments": [comment_json(comment, user) for comment in service.of_article(slug)]}


@comments.post("/articles/<slug>/comments")
def create(slug):
    user = caller()
    return {"comment": comment_json(service.create(user, slug, text(sent("comment"), "body")), user)}


@comments.delete("/articles/<slug>/comments/<int:number>")
def delete(slug, number):
    service.delete(caller(), slug, number)
    return {}
