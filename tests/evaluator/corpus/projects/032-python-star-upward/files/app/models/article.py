from dataclasses import asdict, dataclass

from app.services.slugs import *  # noqa: F403


@dataclass
class Article:
    id: int
    slug: str
    title: str
    body: str

    def refresh_slug(self):
        self.slug = slugify(self.title)  # noqa: F405

    def to_dict(self):
        return asdict(self)
