"""Keeping and finding comments."""

from sqlalchemy import select

from models.comment import Comment
from repositories import storage
from repositories.storage import session


def of_article(article):
    return session.scalars(select(Comment).where(Comment.article_id == article.id).order_by(Comment.id.desc())).all()


def with_id(article, number):
    return session.scalar(select(Comment).where(Comment.article_id == article.id, Comment.id == number))


def add(article, author, body):
    return storage.add(Comment(article_id=article.id, author=author, body=body))


def delete(comment):
    storage.delete(comment)
