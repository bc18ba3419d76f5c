from ..repositories.comments import CommentRepository


class CommentService:
    def __init__(self):
        self._comments = CommentRepository()

    def under(self, slug):
        return sorted(self._comments.of(slug), key=lambda c: c.id)
