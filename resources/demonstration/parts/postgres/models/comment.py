"""Comments on articles."""

from dataclasses import dataclass, field
from datetime import datetime

from models.article import now
from models.user import User


@dataclass(eq=False)
class Comment:
    id: int
    article_id: int
    author: User
    body: str
    created: datetime = field(default_factory=now)
