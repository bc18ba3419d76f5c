"""What the PostgreSQL server offers to repositories: advisory locks."""
from app.core.db import get_pool


async def lock(connection, key: int) -> None:
    await connection.execute("SELECT pg_advisory_xact_lock($1)", key)
