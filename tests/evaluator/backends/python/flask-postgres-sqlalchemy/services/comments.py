"""Writing and deleting comments."""

from models.comment import Comment
from repositories import comments as repository
from repositories import database
from services import articles
from services.refusals import Forbidden, found


def of_article(slug):
    return repository.of_article(articles.at(slug))


def create(user, slug, body):
    return database.add(Comment(article_id=articles.at(slug).id, author=user, body=body))


def delete(user, slug, number):
    comment = found(repository.with_id(articles.at(slug), number), "comment")
    if comment.author is not user:
        raise Forbidden("this is another user's comment")
    database.delete(comment)
