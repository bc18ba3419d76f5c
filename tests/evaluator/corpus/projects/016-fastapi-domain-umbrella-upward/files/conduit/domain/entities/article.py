from conduit.domain.services.slugs import slugify


class Article:
    def __init__(self, title, body):
        self.title = title
        self.body = body
        self.slug = slugify(title)

    def as_dict(self):
        return {"slug": self.slug, "title": self.title, "body": self.body}
