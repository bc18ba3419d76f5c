"""What the server knows; it is gone when the server stops."""

import hashlib
import re
import secrets
from dataclasses import dataclass, field
from datetime import datetime, timezone
from itertools import count

numbers = count(1)
users = []  # in the order they registered
articles = []  # oldest first
tokens = {}  # token -> User


def now():
    return datetime.now(timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def digest(password, salt):
    return hashlib.scrypt(password.encode(), salt=salt, n=2**12, r=8, p=1)


@dataclass(eq=False)
class User:
    username: str
    email: str
    bio: str = ""
    image: str = ""
    salt: bytes = b""
    password: bytes = b""
    follows: set = field(default_factory=set)

    def set_password(self, password):
        self.salt = secrets.token_bytes(16)
        self.password = digest(password, self.salt)

    def has_password(self, password):
        return secrets.compare_digest(self.password, digest(password, self.salt))

    def new_token(self):
        token = secrets.token_hex(24)
        tokens[token] = self
        return token

    def profile(self, viewer):
        return {"username": self.username, "bio": self.bio, "image": self.image,
                "following": viewer is not None and self in viewer.follows}


@dataclass(eq=False)
class Comment:
    body: str
    author: User
    id: int = field(default_factory=lambda: next(numbers))
    created: str = field(default_factory=now)

    def json(self, viewer):
        return {"id": self.id, "body": self.body, "createdAt": self.created, "updatedAt": self.created,
                "author": self.author.profile(viewer)}


@dataclass(eq=False)
class Article:
    slug: str
    title: str
    description: str
    body: str
    tags: list
    author: User
    created: str = field(default_factory=now)
    updated: str = field(default_factory=now)
    fans: set = field(default_factory=set)
    comments: list = field(default_factory=list)

    def json(self, viewer):
        return {"slug": self.slug, "title": self.title, "description": self.description, "body": self.body,
                "tagList": self.tags, "createdAt": self.created, "updatedAt": self.updated,
                "favorited": viewer in self.fans, "favoritesCount": len(self.fans),
                "author": self.author.profile(viewer)}


def user_named(username):
    return next((user for user in users if user.username == username), None)


def user_with_email(email):
    return next((user for user in users if user.email == email), None)


def article_at(slug):
    return next((article for article in articles if article.slug == slug), None)


def free_slug(title, own=None):
    """The title as part of an address; a number behind it where another article has it already."""
    stem = re.sub(r"[^a-z0-9]+", "-", title.lower()).strip("-") or "article"
    taken = {article.slug for article in articles if article is not own} | {"feed"}
    return next(slug for slug in (stem, *(f"{stem}-{n}" for n in range(2, len(taken) + 3))) if slug not in taken)
