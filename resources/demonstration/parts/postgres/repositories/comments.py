"""Keeping and finding comments."""

from models.comment import Comment
from repositories import users
from repositories.storage import row, rows, run


def made(found):
    if found is None:
        return None
    return Comment(found["id"], found["article_id"], users.with_id(found["author_id"]), found["body"],
                   found["created"])


def of_article(article):
    return [made(found) for found in rows("SELECT * FROM comments WHERE article_id = %s ORDER BY id DESC", article.id)]


def with_id(article, number):
    return made(row("SELECT * FROM comments WHERE article_id = %s AND id = %s", article.id, number))


def add(article, author, body):
    return made(row("INSERT INTO comments (article_id, author_id, body) VALUES (%s, %s, %s) RETURNING *",
                    article.id, author.id, body))


def delete(comment):
    run("DELETE FROM comments WHERE id = %s", comment.id)
