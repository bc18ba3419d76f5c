from pydantic import BaseModel

from app.repositories.user_repository import UserRepository


class Profile(BaseModel):
    username: str
    bio: str = ""
    following: bool = False

    async def save(self) -> int:
        return await UserRepository().add(self.username)
