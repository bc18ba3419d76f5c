from dataclasses import dataclass, field


@dataclass
class Article:
    title: str
    body: str
    tag_list: list = field(default_factory=list)
