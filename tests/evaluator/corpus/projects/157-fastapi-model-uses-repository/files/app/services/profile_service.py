from app.models.profile import Profile
from app.repositories.user_repository import UserRepository


class UnknownProfile(Exception):
    pass


class ProfileService:
    def __init__(self):
        self.users = UserRepository()

    async def profile(self, username: str) -> Profile:
        row = await self.users.by_username(username)
        if row is None:
            raise UnknownProfile(f"no profile called {username}")
        return Profile(username=row["username"], bio=row["bio"], following=False)
