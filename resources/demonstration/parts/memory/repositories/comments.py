"""Keeping and finding comments."""

from models.comment import Comment
from repositories import storage


def of_article(article):
    return [comment for comment in reversed(storage.comments) if comment.article_id == article.id]


def with_id(article, number):
    return next((comment for comment in of_article(article) if comment.id == number), None)


def add(article, author, body):
    comment = Comment(next(storage.numbers), article.id, author, body)
    storage.comments.append(comment)
    return comment


def delete(comment):
    storage.comments.remove(comment)
