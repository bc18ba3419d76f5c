class User:
    def __init__(self, id, username, email):
        self.id = id
        self.username = username
        self.email = email

    def public(self):
        return {"username": self.username, "email": self.email}
