from typing import Protocol


class UserStore(Protocol):
    async def by_username(self, username: str): ...
