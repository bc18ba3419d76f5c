from dataclasses import asdict, dataclass

from ..services import slugs as _slugs


@dataclass
class Article:
    id: int
    slug: str
    title: str
    body: str

    def to_dict(self):
        return {**asdict(self), "permalink": _slugs.slugify(self.title)}
