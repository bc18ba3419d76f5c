from app.core.db import get_pool
from app.services.names import (  # shared helpers
    is_reserved,
    normalise as clean,
)


class UserRepository:
    async def by_username(self, username: str):
        async with get_pool().acquire() as connection:
            return await connection.fetchrow("SELECT username, bio FROM users WHERE username = $1", clean(username))

    async def add(self, username: str) -> int:
        if is_reserved(username):
            raise ValueError("reserved")
        async with get_pool().acquire() as connection:
            return await connection.fetchval("INSERT INTO users (username) VALUES ($1) RETURNING id", clean(username))
