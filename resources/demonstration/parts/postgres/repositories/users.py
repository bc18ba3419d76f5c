"""Keeping and finding users."""

from models.user import User
from repositories.storage import row, rows, run

COLUMNS = ("username", "email", "password", "bio", "image")


def made(found):
    if found is None:
        return None
    follows = rows("SELECT author_id FROM follows WHERE fan_id = %s", found["id"])
    values = dict(found) | {"password": bytes(found["password"])}
    return User(**values, followed_ids={follow["author_id"] for follow in follows})


def with_id(number):
    return made(row("SELECT * FROM users WHERE id = %s", number))


def with_username(username):
    return made(row("SELECT * FROM users WHERE username = %s", username))


def with_email(email):
    return made(row("SELECT * FROM users WHERE email = %s", email))


def add(username, email, password):
    return made(row("INSERT INTO users (username, email, password) VALUES (%s, %s, %s) RETURNING *",
                    username, email, password))


def change(user, changes):
    for column in COLUMNS:
        if column in changes:
            run(f"UPDATE users SET {column} = %s WHERE id = %s", changes[column], user.id)
    return with_id(user.id)


def follow(user, other):
    run("INSERT INTO follows VALUES (%s, %s) ON CONFLICT DO NOTHING", user.id, other.id)
    user.followed_ids.add(other.id)


def unfollow(user, other):
    run("DELETE FROM follows WHERE fan_id = %s AND author_id = %s", user.id, other.id)
    user.followed_ids.discard(other.id)
