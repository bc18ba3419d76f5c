"""Finding comments."""

from sqlalchemy import select

from models.comment import Comment
from repositories.database import session


def of_article(article):
    return session.scalars(select(Comment).where(Comment.article_id == article.id).order_by(Comment.id.desc())).all()


def with_id(article, number):
    return session.scalar(select(Comment).where(Comment.article_id == article.id, Comment.id == number))
