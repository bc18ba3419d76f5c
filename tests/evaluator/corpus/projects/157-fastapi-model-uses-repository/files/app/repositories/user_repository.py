from app.core.db import get_pool


class UserRepository:
    async def by_username(self, username: str):
        async with get_pool().acquire() as connection:
            return await connection.fetchrow("SELECT username, bio FROM users WHERE username = $1", username)

    async def add(self, username: str) -> int:
        async with get_pool().acquire() as connection:
            return await connection.fetchval("INSERT INTO users (username) VALUES ($1) RETURNING id", username)
