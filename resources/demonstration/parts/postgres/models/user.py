"""Users and whom they follow."""

from dataclasses import dataclass, field


@dataclass(eq=False)
class User:
    id: int
    username: str
    email: str
    password: bytes
    bio: str = ""
    image: str = ""
    followed_ids: set = field(default_factory=set)
