from app.models.ports import UserStore
from app.models.profile import Profile


class UnknownProfile(Exception):
    pass


class ProfileService:
    def __init__(self, users: UserStore):
        self.users = users

    async def profile(self, username: str) -> Profile:
        row = await self.users.by_username(username)
        if row is None:
            raise UnknownProfile(username)
        return Profile(username=row["username"], bio=row["bio"])
