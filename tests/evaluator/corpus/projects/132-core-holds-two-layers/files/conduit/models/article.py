class Article:
    def __init__(self, slug, title):
        self.slug = slug
        self.title = title
