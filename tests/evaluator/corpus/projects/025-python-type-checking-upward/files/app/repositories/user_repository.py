from __future__ import annotations

from typing import TYPE_CHECKING

from app.core.db import get_pool

if TYPE_CHECKING:
    from app.services.profile_service import ProfileService


class UserRepository:
    owner: ProfileService | None = None

    async def by_username(self, username: str):
        async with get_pool().acquire() as connection:
            return await connection.fetchrow("SELECT username, bio FROM users WHERE username = $1", username)
