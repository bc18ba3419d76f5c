from ..entities.comment import Comment


class CommentRepository:
    def __init__(self):
        self._rows = {}

    def of(self, slug):
        return self._rows.get(slug, [])

    def add(self, slug, body):
        comment = Comment(len(self._rows) + 1, body)
        self._rows.setdefault(slug, []).append(comment)
        return comment
