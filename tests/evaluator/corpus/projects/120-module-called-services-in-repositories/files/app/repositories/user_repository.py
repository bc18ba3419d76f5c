from app.core.db import get_pool

from .services import lock


class UserRepository:
    async def by_username(self, username: str):
        async with get_pool().acquire() as connection:
            return await connection.fetchrow("SELECT username, bio FROM users WHERE username = $1", username)

    async def add(self, username: str) -> int:
        async with get_pool().acquire() as connection, connection.transaction():
            await lock(connection, 4711)
            return await connection.fetchval("INSERT INTO users (username) VALUES ($1) RETURNING id", username)
