"""Articles, their tags and who likes them."""

from dataclasses import dataclass, field
from datetime import datetime, timezone

from models.user import User


def now():
    return datetime.now(timezone.utc)


@dataclass(eq=False)
class Article:
    id: int
    slug: str
    title: str
    description: str
    body: str
    author: User
    tag_names: list
    created: datetime = field(default_factory=now)
    updated: datetime = field(default_factory=now)
    fan_ids: set = field(default_factory=set)
