class Article:
    def __init__(self, slug):
        self.slug = slug
