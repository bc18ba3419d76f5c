"""Comments on articles."""

from flask import Blueprint

import store
from web import Refused, caller, found, sent, text, viewer

comments = Blueprint("comments", __name__)


@comments.get("/articles/<slug>/comments")
def all_comments(slug):
    user, article = viewer(), found(store.article_at(slug), "article")
    return {"comments": [comment.json(user) for comment in reversed(article.comments)]}


@comments.post("/articles/<slug>/comments")
def create(slug):
    user, article = caller(), found(store.article_at(slug), "article")
    comment = store.Comment(text(sent("comment"), "body"), user)
    article.comments.append(comment)
    return {"comment": comment.json(user)}


@comments.delete("/articles/<slug>/comments/<int:number>")
def delete(slug, number):
    user, article = caller(), found(store.article_at(slug), "article")
    comment = found(next((comment for comment in article.comments if comment.id == number), None), "comment")
    if comment.author is not user:
        raise Refused(403, "this is another user's comment")
    article.comments.remove(comment)
    return {}
