class Tag:
    def __init__(self, name):
        self.name = name

    @classmethod
    def all(cls):
        import conduit.repositories.tag_repository as rows

        return [cls(name) for name in rows.names()]
