from dataclasses import dataclass


@dataclass
class Comment:
    id: int
    body: str
