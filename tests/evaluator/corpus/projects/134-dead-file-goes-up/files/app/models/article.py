from dataclasses import asdict, dataclass


@dataclass
class Article:
    id: int
    slug: str
    title: str
    body: str

    def to_dict(self):
        return asdict(self)
