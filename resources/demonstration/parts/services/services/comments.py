"""Writing and deleting comments."""

from repositories import comments as repository
from services import articles
from services.refusals import Forbidden, found


def of_article(slug):
    return repository.of_article(articles.at(slug))


def create(user, slug, body):
    return repository.add(articles.at(slug), user, body)


def delete(user, slug, number):
    comment = found(repository.with_id(articles.at(slug), number), "comment")
    if comment.author.id != user.id:
        raise Forbidden("this is another user's comment")
    repository.delete(comment)
