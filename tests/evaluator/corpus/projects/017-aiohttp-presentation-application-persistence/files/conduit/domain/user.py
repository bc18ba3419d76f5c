class User:
    """Someone who writes and follows."""

    def __init__(self, username, email):
        self.username = username
        self.email = email
